package io.throughline.app.suggest;

import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an objective says about itself, with the names of its theme and KPIs.
 *
 * @param owner user key, null for nobody
 */
record ObjectiveText(
        String key, String name, String body, @Nullable String owner) {
    static ObjectiveText of(Objective objective, StrategyModel model) {
        Stream<String> theme = model.themeOf(objective.key()).map(Theme::name).stream();
        Stream<String> kpis = model.kpisOf(objective.key()).stream().map(Kpi::name);
        Stream<String> description = Stream.ofNullable(objective.description());
        String body = Stream.concat(description, Stream.concat(theme, kpis)).collect(Collectors.joining(" \n"));
        return new ObjectiveText(objective.key(), objective.name(), body, objective.owner());
    }

    String text() {
        return name + ' ' + body;
    }

    TextIndex.Entry entry() {
        return new TextIndex.Entry(key, name, body);
    }
}
