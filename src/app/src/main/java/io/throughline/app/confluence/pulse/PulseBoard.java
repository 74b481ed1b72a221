package io.throughline.app.confluence.pulse;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import io.throughline.app.confluence.act.WorkForm;
import io.throughline.app.confluence.pulse.Answer.Kind;
import io.throughline.app.confluence.pulse.PulseResult.Clearness;
import io.throughline.app.confluence.wiki.OpenPage;
import io.throughline.app.confluence.wiki.Pages;
import io.throughline.app.confluence.wiki.ReadOnlySite;
import io.throughline.app.web.Language;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts together what one reader sees of a page's pulse, and says who sees the result. */
@ConfluenceComponent
public class PulseBoard {
    private static final Pattern OWNERS = Pattern.compile(
            "<ac:structured-macro\\b[^>]*ac:name=\"" + PulseMacro.NAME
                    + "\"[^>]*>(?:(?!</ac:structured-macro>).)*?<ac:parameter ac:name=\"owners\">(.*?)</ac:parameter>",
            Pattern.DOTALL);

    private static final Pattern PERSON = Pattern.compile("<ri:user\\b[^>]*\\bri:(userkey|username)=\"([^\"]*)\"");

    private final Answers answers;
    private final UserManager users;
    private final Pages pages;
    private final ReadOnlySite site;

    @Inject
    public PulseBoard(Answers answers, @ComponentImport UserManager users, Pages pages, ReadOnlySite site) {
        this.answers = answers;
        this.users = users;
        this.pages = pages;
        this.site = site;
    }

    PulseView view(OpenPage page, UserProfile reader, Map<String, String> parameters, Language language) {
        Optional<Answer> own = answers.of(page.id(), reader.getUserKey().getStringValue());
        boolean sees = seesResult(page, reader);
        List<String> groups = list(parameters.get("groups"));
        PulseResult result = sees ? PulseResult.of(answers.of(page.id()), groups, this::isIn) : null;
        return new PulseView(
                pages.context() + "/plugins/servlet" + PulseServlet.PATH,
                page.id(),
                site.notice(),
                own.map(answer -> language.text(
                                "throughline.pulse.answered",
                                language.date(
                                        answer.at().atOffset(ZoneOffset.UTC).toLocalDate())))
                        .orElse(""),
                choices(own.map(Answer::clear).orElse(null), language),
                own.map(answer -> answer.kind() == Kind.IDEA).orElse(false),
                own.map(Answer::words).orElse(""),
                own.map(Answer::isNamed).orElse(false),
                language.text("throughline.pulse.rules", Integer.toString(PulseResult.FEWEST)),
                result == null ? "" : summary(result, language),
                result == null ? List.of() : groups(result, language),
                result == null ? List.of() : quotes(page, result, language));
    }

    /**
     * The page's creator, and whom its macros name. As the page is stored, and never as a macro is rendered: whoever may view a page
     * can have markup of their own rendered as if it stood there.
     */
    static boolean seesResult(OpenPage page, UserProfile user) {
        return page.creator().equals(user.getUsername())
                || OWNERS.matcher(page.storage()).results().anyMatch(macro -> isAmong(macro.group(1), user));
    }

    /** Names with commas between, as somebody types them, or references to people, as Confluence's own form stores them. */
    private static boolean isAmong(String owners, UserProfile user) {
        return list(unescaped(owners)).contains(user.getUsername())
                || PERSON.matcher(owners)
                        .results()
                        .anyMatch(person -> unescaped(person.group(2))
                                .equals(
                                        person.group(1).equals("userkey")
                                                ? user.getUserKey().getStringValue()
                                                : user.getUsername()));
    }

    private static String unescaped(String storage) {
        return storage.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private boolean isIn(String user, String group) {
        return users.isUserInGroup(new UserKey(user), group);
    }

    private static List<String> list(@Nullable String parameter) {
        return parameter == null
                ? List.of()
                : Arrays.stream(parameter.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList();
    }

    private static List<PulseView.Choice> choices(@Nullable Integer chosen, Language language) {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(value -> new PulseView.Choice(
                        value, language.text("throughline.pulse.clear." + value), chosen != null && chosen == value))
                .toList();
    }

    private static String summary(PulseResult result, Language language) {
        if (result.read() == 0) {
            return language.text("throughline.pulse.nobody");
        }
        String read = language.counted("throughline.pulse.read", result.read());
        if (result.all().mean().isPresent()) {
            return read
                    + ' '
                    + language.text(
                            "throughline.pulse.mean",
                            language.fixed(result.all().mean().getAsDouble(), 1),
                            language.count(result.all().readers()));
        }
        return read + ' ' + language.text("throughline.pulse.few", Integer.toString(PulseResult.FEWEST));
    }

    private static List<PulseView.Group> groups(PulseResult result, Language language) {
        List<PulseView.Group> groups = new ArrayList<>();
        for (Clearness each : result.groups()) {
            boolean isTold = each.mean().isPresent();
            groups.add(new PulseView.Group(
                    each.group().isEmpty() ? language.text("throughline.pulse.rest") : each.group(),
                    isTold ? language.fixed(each.mean().getAsDouble(), 1) : "–",
                    isTold ? language.text("throughline.pulse.readers", language.count(each.readers())) : "",
                    // from 1, which is no clarity at all, to 5
                    isTold ? Long.toString(Math.round((each.mean().getAsDouble() - 1) * 25)) : "0"));
        }
        return groups;
    }

    private List<PulseView.Quote> quotes(OpenPage page, PulseResult result, Language language) {
        return result.words().stream()
                .map(answer -> quote(page, answer, language))
                .toList();
    }

    private PulseView.Quote quote(OpenPage page, Answer answer, Language language) {
        boolean isIdea = answer.kind() == Kind.IDEA;
        String url = "";
        String link = "";
        if (!answer.issue().isEmpty()) {
            url = answer.issue();
            link = url.substring(url.lastIndexOf('/') + 1);
        } else if (isIdea && !site.isReadOnly()) {
            url = pages.context() + WorkForm.ofIdea(page.id(), answer.id());
            link = language.text("throughline.pulse.to-work");
        }
        return new PulseView.Quote(
                language.text(isIdea ? "throughline.pulse.idea" : "throughline.pulse.question"),
                answer.words(),
                answer.isNamed() ? name(answer.user()) : "",
                url,
                link);
    }

    private String name(String key) {
        UserProfile profile = users.getUserProfile(new UserKey(key));
        return profile == null || profile.getFullName() == null ? key : profile.getFullName();
    }
}
