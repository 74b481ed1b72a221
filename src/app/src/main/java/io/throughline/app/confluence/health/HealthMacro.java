package io.throughline.app.confluence.health;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import io.throughline.app.confluence.macro.MacroTools;
import io.throughline.app.confluence.macro.Question;
import io.throughline.app.confluence.macro.Reading;
import io.throughline.app.confluence.macro.Rendering;
import io.throughline.app.confluence.macro.Shown;
import io.throughline.app.confluence.macro.StrategyMacro;
import io.throughline.app.confluence.macro.Unanswered;
import io.throughline.app.confluence.macro.UnclearParameter;
import io.throughline.app.confluence.sheet.AnswerReader;
import io.throughline.app.confluence.sheet.SheetWords;
import jakarta.inject.Inject;
import java.time.LocalDate;

/**
 * {@code strategy-health}: how many objectives of a plan have which signal, and which changed theirs since a day.
 */
@ConfluenceComponent
public class HealthMacro extends StrategyMacro {
    @Inject
    public HealthMacro(MacroTools tools) {
        super("strategy-health", "sheet", tools);
    }

    @Override
    protected Shown show(Rendering page) throws UnclearParameter, Unanswered {
        String plan = page.parameters().key("plan");
        LocalDate since = page.parameters().date("since");
        Reading read = page.ask(
                Question.of("plans", plan, "standing").with("since", since).with("asOf", page.asOf()));
        AnswerReader answer = new AnswerReader(read, page.language());
        return new Shown("sheet", new HealthSheet(answer).view(), SheetWords.KEYS, answer.notes());
    }
}
