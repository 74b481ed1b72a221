package io.throughline.app.confluence.orphans;

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
    protected Shown show(Rendering page) throws UnclearParameter, Unanswered {
        String plan = page.parameters().key("plan");
        Reading read = page.ask(
                Question.of("orphans", "summary").about(plan).with("plan", plan).with("asOf", page.asOf()));
        AnswerReader answer = new AnswerReader(read, page.language());
        return new Shown("sheet", new OrphansSheet(answer).view(), SheetWords.KEYS, answer.notes());
    }
}
