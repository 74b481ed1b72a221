package io.throughline.app.confluence.orphans;

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
 * {@code strategy-orphans}: how much of the open work serves the plan, the orphans by kind, and the largest the reader may see.
 */
@ConfluenceComponent
public class OrphansMacro extends StrategyMacro {
    @Inject
    public OrphansMacro(MacroTools tools) {
        super("strategy-orphans", "sheet", tools);
    }

    @Override
    protected List<Question> questions(Parameters parameters) throws UnclearParameter {
        String plan = parameters.key("plan");
        return List.of(
                Question.of("orphans", "summary").about(plan).with("plan", plan).with("asOf", parameters.date(AS_OF)));
    }

    @Override
    protected Shown show(Rendering page) throws UnclearParameter, Unanswered {
        Reading read = ask(page);
        AnswerReader answer = new AnswerReader(read, page.language());
        return new Shown(
                "sheet", new OrphansSheet(answer, page.medium().namesWork()).view(), SheetWords.KEYS, answer.notes());
    }
}
