package io.throughline.app.confluence.cascade;

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

/** {@code strategy-cascade}: a plan from its vision down to the work. Parameter: {@code plan} (key, required). */
@ConfluenceComponent
public class CascadeMacro extends StrategyMacro {
    @Inject
    public CascadeMacro(MacroTools tools) {
        super("strategy-cascade", "plan-sheets", tools);
    }

    @Override
    protected List<Question> questions(Parameters parameters) throws UnclearParameter {
        String plan = parameters.key("plan");
        return List.of(Question.of("plans", plan, "tree").with("asOf", parameters.date(AS_OF)));
    }

    @Override
    protected Shown show(Rendering page) throws UnclearParameter, Unanswered {
        Reading read = ask(page);
        CascadePage cascade =
                new CascadePage(read, page.language(), page.medium().namesWork());
        return new Shown("cascade", cascade.view(), CascadeView.WORDS, cascade.notes());
    }
}
