package io.throughline.app.confluence.map;

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

/** {@code strategy-map}: how a plan's objectives are meant to work together. Parameter: {@code plan} (key, required). */
@ConfluenceComponent
public class MapMacro extends StrategyMacro {
    @Inject
    public MapMacro(MacroTools tools) {
        super("strategy-map", "plan-sheets", tools);
    }

    @Override
    protected List<Question> questions(Parameters parameters) throws UnclearParameter {
        String plan = parameters.key("plan");
        return List.of(Question.of("plans", plan, "map").with("asOf", parameters.date(AS_OF)));
    }

    @Override
    protected Shown show(Rendering page) throws UnclearParameter, Unanswered {
        Reading read = ask(page);
        MapPage map = new MapPage(read, page.language());
        return new Shown("map", map.view(page::picture), MapView.WORDS, map.notes());
    }
}
