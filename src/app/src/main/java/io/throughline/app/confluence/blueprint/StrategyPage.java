package io.throughline.app.confluence.blueprint;

import com.atlassian.plugin.web.ContextProvider;
import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.confluence.act.JiraAsUser;
import io.throughline.app.web.Language;
import io.throughline.app.web.Languages;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Fills a content template for one new page. What is in the template's markup is the page's skeleton, which an administrator can change
 * in Confluence; its variables are filled here: words in the author's language as text, parts that depend on the plan as markup.
 */
abstract class StrategyPage implements ContextProvider {
    /** The blueprints of Confluence take a page's title from here. Dossier 4.4. */
    static final String TITLE = "ContentPageTitle";

    private final JiraAsUser jira;
    private final Languages languages;
    private final Clock clock;

    StrategyPage(JiraAsUser jira, Languages languages, Clock clock) {
        this.jira = jira;
        this.languages = languages;
        this.clock = clock;
    }

    @Override
    public void init(Map<String, String> parameters) {}

    @Override
    public Map<String, Object> getContextMap(Map<String, Object> given) {
        Map<String, Object> context = new HashMap<>(given);
        Language language = languages.ofReader();
        Subject subject = Subject.ask(jira);
        context.put("intro", intro(subject, language));
        fill(context, subject, language, LocalDate.now(clock.withZone(ZoneId.systemDefault())));
        return context;
    }

    /** Puts the title and every variable of the template. */
    abstract void fill(Map<String, Object> context, Subject subject, Language language, LocalDate today);

    JiraAsUser jira() {
        return jira;
    }

    /** Title of a page about a plan; of a page without one, only what the page is. */
    static String title(Subject subject, String whole, String alone) {
        return subject.isKnown() ? whole : alone;
    }

    /** A macro about the plan. Without a plan it stands there all the same, and says itself that it has none. */
    static String about(Subject subject, String macro) {
        return new Storage().macro(macro, Map.of("plan", subject.key())).toString();
    }

    static String pulse() {
        return new Storage().macro("strategy-pulse", Map.of()).toString();
    }

    /** What a reader of the new page must know about where it comes from: nothing, when one plan was there to be taken. */
    private static String intro(Subject subject, Language language) {
        Storage intro = new Storage();
        if (!subject.isKnown()) {
            String why = language.text("throughline.blueprint.silence." + subject.silence(), subject.jira());
            intro.note(
                    why + ' ' + language.text("throughline.blueprint.silence.help"),
                    subject.way(),
                    language.text("throughline.macro.authorise", subject.jira()));
        } else if (!subject.others().isEmpty()) {
            String others = subject.others().stream()
                    .map(plan ->
                            plan.path("name").asText() + " (" + plan.path("key").asText() + ")")
                    .collect(Collectors.joining(", "));
            intro.info(language.text("throughline.blueprint.others", subject.name(), others));
        }
        return intro.toString();
    }

    static Iterable<JsonNode> rows(JsonNode scorecard) {
        return StreamSupport.stream(scorecard.path("groups").spliterator(), false)
                .flatMap(group -> StreamSupport.stream(group.path("rows").spliterator(), false))::iterator;
    }
}
