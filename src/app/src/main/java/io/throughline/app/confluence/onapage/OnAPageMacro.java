package io.throughline.app.confluence.onapage;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import io.throughline.app.confluence.macro.GarbledAnswer;
import io.throughline.app.confluence.macro.MacroTools;
import io.throughline.app.confluence.macro.Question;
import io.throughline.app.confluence.macro.Reading;
import io.throughline.app.confluence.macro.Rendering;
import io.throughline.app.confluence.macro.Shown;
import io.throughline.app.confluence.macro.StrategyMacro;
import io.throughline.app.confluence.macro.Unanswered;
import io.throughline.app.confluence.macro.UnclearParameter;
import jakarta.inject.Inject;
import java.time.LocalDate;
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
    protected Shown show(Rendering page) throws UnclearParameter, Unanswered {
        String plan = page.parameters().key("plan");
        LocalDate since = page.parameters().date("since");
        Reading card = page.ask(
                Question.of("plans", plan, "scorecard").with("groupBy", "THEME").with("asOf", page.asOf()));
        OnAPage sheet = new OnAPage(card, standing(page, plan, since), page.language());
        return new Shown("onapage", sheet.view(), OnAPageView.WORDS, sheet.notes());
    }

    /** What changed is one part of the sheet; without it the rest is worth reading. */
    private static @Nullable Reading standing(Rendering page, String plan, @Nullable LocalDate since) {
        try {
            return page.ask(Question.of("plans", plan, "standing")
                    .with("asOf", page.asOf())
                    .with("since", since));
        } catch (Unanswered | GarbledAnswer without) {
            return null;
        }
    }
}
