package io.throughline.app.confluence.objective;

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
import java.util.List;

/**
 * {@code strategy-objective}: one objective with its signal and the reason, the two bars, owner, due day and KPIs.
 */
@ConfluenceComponent
public class ObjectiveMacro extends StrategyMacro {
    @Inject
    public ObjectiveMacro(MacroTools tools) {
        super("strategy-objective", "sheet", tools);
    }

    @Override
    protected List<Question> questions(Parameters parameters) throws UnclearParameter {
        String objective = parameters.key("objective");
        return List.of(Question.of("objectives", objective, "card").with("asOf", parameters.date(AS_OF)));
    }

    @Override
    protected Shown show(Rendering page) throws UnclearParameter, Unanswered {
        Reading read = ask(page);
        AnswerReader answer = new AnswerReader(read, page.language());
        return new Shown("sheet", new ObjectiveCard(answer).view(), SheetWords.KEYS, answer.notes());
    }
}
