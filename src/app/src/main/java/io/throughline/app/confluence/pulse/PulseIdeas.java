package io.throughline.app.confluence.pulse;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.sal.api.user.UserProfile;
import io.throughline.app.confluence.act.Ideas;
import io.throughline.app.confluence.wiki.OpenPage;
import jakarta.inject.Inject;
import java.util.Optional;

/** Ideas out of the pulse, for whoever sees its result. */
@ConfluenceComponent
public class PulseIdeas implements Ideas {
    private final Answers answers;

    @Inject
    public PulseIdeas(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Optional<String> words(OpenPage page, int idea, UserProfile user) {
        return answers.withId(idea)
                .filter(answer -> answer.page() == page.id() && answer.kind() == Answer.Kind.IDEA)
                .filter(answer -> answer.issue().isEmpty())
                .filter(answer -> PulseBoard.seesResult(page, user))
                .map(Answer::words);
    }

    @Override
    public void became(int idea, String issueUrl) {
        answers.became(idea, issueUrl);
    }
}
