package io.throughline.app.confluence.changes;

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
 * {@code strategy-changes}: what was changed about a plan between two days, newest first.
 */
@ConfluenceComponent
public class ChangesMacro extends StrategyMacro {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    @Inject
    public ChangesMacro(MacroTools tools) {
        super("strategy-changes", "sheet", tools);
    }

    @Override
    protected List<Question> questions(Parameters parameters) throws UnclearParameter {
        String plan = parameters.key("plan");
        LocalDate from = parameters.date("from");
        LocalDate to = parameters.date("to");
        return List.of(Question.of("plans", plan, "changes")
                .with("from", from)
                .with("to", to == null ? parameters.date(AS_OF) : to)
                .with("limit", parameters.number("limit", USUAL, 1, MOST)));
    }

    @Override
    protected Shown show(Rendering page) throws UnclearParameter, Unanswered {
        Reading read = ask(page);
        AnswerReader answer = new AnswerReader(read, page.language());
        return new Shown(
                "sheet", new ChangesSheet(answer, page.medium().namesWork()).view(), SheetWords.KEYS, answer.notes());
    }
}
