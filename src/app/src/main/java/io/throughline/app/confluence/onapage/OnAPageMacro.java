package io.throughline.app.confluence.onapage;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import io.throughline.app.confluence.macro.GarbledAnswer;
import io.throughline.app.confluence.macro.MacroTools;
import io.throughline.app.confluence.macro.Parameters;
import io.throughline.app.confluence.macro.Question;
import io.throughline.app.confluence.macro.Reading;
import io.throughline.app.confluence.macro.Rendering;
import io.throughline.app.confluence.macro.Shown;
import io.throughline.app.confluence.macro.StrategyMacro;
import io.throughline.app.confluence.macro.Unanswered;
import io.throughline.app.confluence.macro.UnclearParameter;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code strategy-on-a-page}: a whole plan on one sheet. Parameters: {@code plan} (key, required), {@code since} (a day
 * before; what changed is told from there, 30 days without).
 */
@ConfluenceComponent
public class OnAPageMacro extends StrategyMacro {
    @Inject
    public OnAPageMacro(MacroTools tools) {
        super("strategy-on-a-page", "plan-sheets", tools);
    }

    @Override
    protected List<Question> questions(Parameters parameters) throws UnclearParameter {
        String plan = parameters.key("plan");
        LocalDate day = parameters.date(AS_OF);
        LocalDate since = parameters.date("since");
        return List.of(
                Question.of("plans", plan, "scorecard").with("groupBy", "THEME").with("asOf", day),
                Question.of("plans", plan, "standing").with("since", since).with("asOf", day));
    }

    @Override
    protected Shown show(Rendering page) throws UnclearParameter, Unanswered {
        List<Question> questions = questions(page.parameters());
        Reading card = page.ask(questions.get(0));
        OnAPage sheet = new OnAPage(card, standing(page, questions.get(1)), page.language());
        return new Shown("onapage", sheet.view(), OnAPageView.WORDS, sheet.notes());
    }

    /** What changed is one part of the sheet; without it the rest is worth reading. */
    private static @Nullable Reading standing(Rendering page, Question question) {
        try {
            return page.ask(question);
        } catch (Unanswered | GarbledAnswer without) {
            return null;
        }
    }
}
