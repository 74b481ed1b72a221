package io.throughline.app.confluence.health;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import io.throughline.app.confluence.macro.MacroTools;
import io.throughline.app.confluence.macro.Parameters;
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
import java.util.List;

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
    protected List<Question> questions(Parameters parameters) throws UnclearParameter {
        String plan = parameters.key("plan");
        LocalDate since = parameters.date("since");
        return List.of(
                Question.of("plans", plan, "standing").with("since", since).with("asOf", parameters.date(AS_OF)));
    }

    @Override
    protected Shown show(Rendering page) throws UnclearParameter, Unanswered {
        Reading read = ask(page);
        AnswerReader answer = new AnswerReader(read, page.language());
        return new Shown("sheet", new HealthSheet(answer).view(), SheetWords.KEYS, answer.notes());
    }
}
