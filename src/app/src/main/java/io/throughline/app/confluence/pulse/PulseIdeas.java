package io.throughline.app.confluence.pulse;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import io.throughline.app.confluence.act.Ideas;
import io.throughline.app.confluence.wiki.OpenPage;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ideas out of the pulse, for whoever sees its result. */
@ConfluenceComponent
public class PulseIdeas implements Ideas {
    private static final Pattern OWNERS = Pattern.compile(
            "<ac:structured-macro\\b[^>]*ac:name=\"" + PulseMacro.NAME
                    + "\"[^>]*>(?:(?!</ac:structured-macro>).)*?<ac:parameter ac:name=\"owners\">([^<]*)</ac:parameter>",
            Pattern.DOTALL);

    private final Answers answers;

    @Inject
    public PulseIdeas(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Optional<String> words(OpenPage page, int idea, String userName) {
        return answers.withId(idea)
                .filter(answer -> answer.page() == page.id() && answer.kind() == Answer.Kind.IDEA)
                .filter(answer -> answer.issue().isEmpty())
                .filter(answer -> PulseBoard.seesResult(page, owners(page.storage()), userName))
                .map(Answer::words);
    }

    @Override
    public void became(int idea, String issueUrl) {
        answers.became(idea, issueUrl);
    }

    /** As the page says, and not as somebody asks. */
    private static String owners(String storage) {
        Matcher found = OWNERS.matcher(storage);
        return found.find() ? found.group(1) : "";
    }
}
