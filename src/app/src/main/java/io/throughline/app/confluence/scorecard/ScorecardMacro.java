package io.throughline.app.confluence.scorecard;

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
import jakarta.inject.Inject;
import java.util.List;

/**
 * {@code strategy-scorecard}: a plan's themes, objectives and KPIs on a page, as the reader may see them in Jira.
 *
 * <p>PDF, Word, mail and feeds get one plain table: shapes, words and numbers, no bars and no style sheet, since their
 * engines know neither. Parameters: {@code plan} (key, required), {@code groupBy} (theme or perspective),
 * {@code columns} (of owner, outcome, actual, delivery, signal; all without).
 */
@ConfluenceComponent
public class ScorecardMacro extends StrategyMacro {
    @Inject
    public ScorecardMacro(MacroTools tools) {
        super("strategy-scorecard", "scorecard", tools);
    }

    @Override
    protected List<Question> questions(Parameters parameters) throws UnclearParameter {
        String plan = parameters.key("plan");
        String groupBy = parameters.choice("groupBy", "THEME", "PERSPECTIVE");
        return List.of(
                Question.of("plans", plan, "scorecard").with("groupBy", groupBy).with("asOf", parameters.date(AS_OF)));
    }

    @Override
    protected Shown show(Rendering page) throws UnclearParameter, Unanswered {
        Question question = questions(page.parameters()).get(0);
        ColumnsView columns = ColumnsView.of(page.parameters().choices("columns", ColumnsView.ALL));
        Reading read = page.ask(question);
        ScorecardPage scorecard = new ScorecardPage(ScorecardReader.read(read.json()), read.jira(), page.language());
        return new Shown("scorecard", scorecard.view(columns), ScorecardWords.KEYS, scorecard.notes());
    }
}
