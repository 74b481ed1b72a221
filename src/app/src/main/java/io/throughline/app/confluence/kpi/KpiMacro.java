package io.throughline.app.confluence.kpi;

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
 * {@code strategy-kpi}: the values of a KPI against the line it should follow, as a chart and as a table.
 */
@ConfluenceComponent
public class KpiMacro extends StrategyMacro {
    @Inject
    public KpiMacro(MacroTools tools) {
        super("strategy-kpi", "sheet", tools);
    }

    @Override
    protected List<Question> questions(Parameters parameters) throws UnclearParameter {
        String kpi = parameters.key("kpi");
        return List.of(Question.of("kpis", kpi, "card").with("asOf", parameters.date(AS_OF)));
    }

    @Override
    protected Shown show(Rendering page) throws UnclearParameter, Unanswered {
        Reading read = ask(page);
        AnswerReader answer = new AnswerReader(read, page.language());
        KpiSheet sheet = new KpiSheet(answer);
        return new Shown("sheet", sheet.view(page), SheetWords.KEYS, sheet.notes());
    }
}
