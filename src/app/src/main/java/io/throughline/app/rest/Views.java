package io.throughline.app.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.access.People.Person;
import io.throughline.app.edit.ExemptionForm;
import io.throughline.app.edit.Lookups;
import io.throughline.app.live.LinkTargets.Problem;
import io.throughline.app.live.LinkTargets.Shown;
import io.throughline.app.store.ExemptionJson;
import io.throughline.app.store.Json;
import io.throughline.app.store.KpiJson;
import io.throughline.app.store.StrategyJson;
import io.throughline.core.measures.KpiLine;
import io.throughline.core.measures.OutcomeHealth;
import io.throughline.core.measures.UnlikelyStep;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Contribution;
import io.throughline.core.strategy.Exemption;
import io.throughline.core.strategy.Kpi;
import io.throughline.core.strategy.KpiSource;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.Theme;
import io.throughline.core.strategy.WorkLink;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Strategy objects as one caller sees them: owners by name instead of key, positions as an index, an objective's theme
 * wherever it hangs, and nothing that names work which the caller may not browse.
 */
final class Views {
    /** Periods in a trend. */
    private static final int TREND = 12;

    private final StrategyModel model;
    private final Lookups lookups;

    Views(StrategyModel model, Lookups lookups) {
        this.model = model;
        this.lookups = lookups;
    }

    Lookups lookups() {
        return lookups;
    }

    /** Looks up many targets at once, before they are shown one by one. */
    void preload(Collection<LinkTarget> targets) {
        lookups.preload(targets);
    }

    ObjectNode plan(Plan plan) {
        ObjectNode json = StrategyJson.write(plan);
        hideProjects(json);
        return json;
    }

    /** Leaves out of a plan's scope what the caller may not browse, and names the rest by its present key. */
    private void hideProjects(ObjectNode plan) {
        if (plan.path("scope").path("projects") instanceof ArrayNode keys) {
            for (int i = keys.size() - 1; i >= 0; i--) {
                Optional<String> shown = lookups.project(keys.get(i).textValue());
                if (shown.isEmpty()) {
                    keys.remove(i);
                } else {
                    keys.set(i, shown.get());
                }
            }
        }
    }

    /** Leaves out of a plan's scope what the caller may not browse, and changes nothing else. */
    void maskProjects(ObjectNode plan) {
        if (plan.path("scope").path("projects") instanceof ArrayNode keys) {
            for (int i = keys.size() - 1; i >= 0; i--) {
                if (lookups.project(keys.get(i).textValue()).isEmpty()) {
                    keys.remove(i);
                }
            }
        }
    }

    ObjectNode theme(Theme theme) {
        return theme(theme, index(model.themesOf(theme.plan()), Theme::key, Theme::position, theme));
    }

    ObjectNode theme(Theme theme, int index) {
        ObjectNode json = StrategyJson.write(theme).put("position", index);
        return owned(json, theme.owner());
    }

    ObjectNode objective(Objective objective) {
        return objective(objective, index(objective));
    }

    /** Its place among its siblings, from 0. */
    int index(Objective objective) {
        List<Objective> siblings = objective.parent() == null
                ? model.objectivesOf(String.valueOf(objective.theme()))
                : model.subObjectivesOf(objective.parent());
        return index(siblings, Objective::key, Objective::position, objective);
    }

    ObjectNode objective(Objective objective, int index) {
        ObjectNode json = StrategyJson.write(objective).put("position", index);
        if (objective.parent() != null) {
            json.put("theme", model.themeOf(objective.parent()).map(Theme::key).orElse(null));
        }
        return owned(json, objective.owner());
    }

    ObjectNode kpi(Kpi kpi) {
        ObjectNode json = owned(KpiJson.write(kpi), kpi.owner());
        if (kpi.source() instanceof KpiSource.Jql source) {
            json.set("source", source(source));
        }
        return json;
    }

    /** A query that the caller may not read is hidden, as it is in a link. */
    private ObjectNode source(KpiSource.Jql source) {
        ObjectNode json = KpiJson.write(source);
        json.put("runAs", name(source.runAs()));
        maskQuery(json);
        return json;
    }

    /** Takes the query out of a source as JSON, if the caller may not read it. */
    void maskQuery(ObjectNode source) {
        String jql = source.path("jql").textValue();
        if (jql != null && lookups.show(LinkTarget.jql(jql)).hidden()) {
            source.putNull("jql").putNull("field").put("hidden", true);
        }
    }

    /** A KPI with what came of counting it. */
    ObjectNode kpiWithEvaluation(Kpi kpi) {
        ObjectNode json = kpi(kpi);
        if (kpi.source() instanceof KpiSource.Jql) {
            lookups.measured(kpi.key()).ifPresent(measured -> {
                Problem problem = measured.problem();
                json.putObject("evaluation")
                        .put("at", measured.at().toString())
                        .put("issues", measured.issues())
                        .put("problem", problem == null ? null : problem.name());
            });
        }
        return json;
    }

    /** A KPI with its newest actual. */
    ObjectNode kpiWithActual(Kpi kpi) {
        ObjectNode json = kpi(kpi);
        json.set("actual", newestActual(kpi));
        return json;
    }

    /** A KPI as a line of a scorecard. */
    ObjectNode kpiRow(Kpi kpi) {
        ObjectNode all = kpiWithActual(kpi);
        ObjectNode json = Json.object();
        for (String field :
                List.of("key", "name", "owner", "ownerName", "ownerActive", "unit", "actual", "target", "band")) {
            json.set(field, all.get(field));
        }
        ArrayNode trend = json.putArray("trend");
        List<Actual> newest = model.actualsOf(kpi.key());
        for (int i = Math.min(TREND, newest.size()) - 1; i >= 0; i--) {
            Actual each = newest.get(i);
            trend.addObject().put("period", each.period().toString()).set("value", Json.number(each.value()));
        }
        return json;
    }

    /** The values of the last twelve periods, oldest first, as a tree draws them. */
    void addTrend(Kpi kpi, ArrayNode values) {
        List<Actual> newest = model.actualsOf(kpi.key());
        for (int i = Math.min(TREND, newest.size()) - 1; i >= 0; i--) {
            values.add(Json.number(newest.get(i).value()));
        }
    }

    private @Nullable ObjectNode newestActual(Kpi kpi) {
        List<Actual> actuals = model.actualsOf(kpi.key());
        if (actuals.isEmpty()) {
            return null;
        }
        Actual newest = actuals.get(0);
        ObjectNode json = Json.object().put("period", newest.period().toString());
        json.set("value", Json.number(newest.value()));
        return json.put("attested", newest.isAttested());
    }

    /** One value of a KPI, judged by when it was measured; whether the newest one is stale is the KPI's matter. */
    ObjectNode actual(Kpi kpi, Actual actual) {
        ObjectNode json = StrategyJson.write(actual);
        json.put("enteredBy", name(actual.enteredBy())).put("attestedBy", name(actual.attestedBy()));
        json.put("attestedFor", name(actual.attestedFor()));
        json.put("enteredByName", personName(actual.enteredBy()));
        json.put("attestedByName", personName(actual.attestedBy()));
        KpiLine line = new KpiLine(kpi);
        double attainment = line.attainment(actual.value());
        double pace = line.pace(attainment, actual.period());
        json.set("attainment", Json.number(attainment));
        json.set("pace", Json.number(pace));
        json.set("unlikely", unlikely(actual, model.actualsOf(kpi.key())));
        return json.put("health", OutcomeHealth.ofPace(pace).name());
    }

    /**
     * Whether a value is worth a question, as {@code {"times","usual","last"}}; null when it is not.
     *
     * @param actuals newest first
     */
    static @Nullable ObjectNode unlikely(Actual actual, List<Actual> actuals) {
        Optional<UnlikelyStep> step = UnlikelyStep.of(actual.value(), actual.period(), actuals);
        if (step.isEmpty()) {
            return null;
        }
        ObjectNode json = Json.object();
        json.set("times", Json.number(step.get().times()));
        json.set("usual", Json.number(step.get().usual()));
        json.set("last", Json.number(step.get().last()));
        return json;
    }

    /** What counts here from elsewhere. */
    ObjectNode contribution(Contribution contribution) {
        ObjectNode json = StrategyJson.write(contribution);
        json.put(
                "name",
                model.objective(contribution.from()).map(Objective::name).orElse(null));
        return json.put("plan", model.planOf(contribution.from()).map(Plan::key).orElse(null));
    }

    /** Somebody as {@code {"key","name","active"}}: the user name and the name people read; null for nobody. */
    @Nullable
    ObjectNode person(@Nullable String key) {
        if (key == null) {
            return null;
        }
        Optional<Person> person = lookups.withKey(key);
        return Json.object()
                .put("key", person.map(Person::name).orElse(key))
                .put("name", person.map(Person::fullName).orElse(key))
                .put("active", lookups.isActive(key));
    }

    /** What people type to name somebody. */
    static String userName(Lookups lookups, String key) {
        return lookups.withKey(key).map(Person::name).orElse(key);
    }

    /** What people read. */
    static String fullName(Lookups lookups, String key) {
        return lookups.withKey(key).map(Person::fullName).orElse(key);
    }

    private @Nullable String personName(@Nullable String key) {
        return key == null ? null : fullName(lookups, key);
    }

    private @Nullable String name(@Nullable String key) {
        return key == null ? null : lookups.withKey(key).map(Person::name).orElse(key);
    }

    ObjectNode link(WorkLink link) {
        ObjectNode json = StrategyJson.write(link);
        ObjectNode target = target(link.target());
        if (lookups.isUnreadable(link) && !target.path("hidden").booleanValue()) {
            target.put("dead", true);
        }
        json.set("target", target);
        json.put("evaluatedAt", lookups.evaluatedAt(link).map(Instant::toString).orElse(null));
        List<String> warnings = lookups.warnings(link.target());
        if (!warnings.isEmpty()) {
            ArrayNode into = json.putArray("warnings");
            warnings.forEach(code -> into.addObject().put("code", code));
        }
        return json;
    }

    /** An exemption; what it names is hidden as the target of a link is. */
    ObjectNode exemption(Exemption exemption, LocalDate today) {
        ObjectNode json = ExemptionJson.write(exemption);
        json.remove("target");
        mask(json, exemption.kind(), exemption.ref(), exemption.target());
        json.put("author", userName(lookups, exemption.author()));
        json.put("authorName", fullName(lookups, exemption.author()));
        return json.put("expired", !exemption.isValid(today));
    }

    /** Shows what an exemption names by its present key, or hides it, with the words that may name it too. */
    void mask(ObjectNode json, Exemption.Kind kind, String ref, @Nullable Long target) {
        Optional<LinkTarget> named = ExemptionForm.shownAs(kind, ref, target);
        if (named.isPresent()) {
            ObjectNode shown = target(named.get());
            shown.remove("level");
            json.setAll(shown);
        }
    }

    /** A target by its present key, or as hidden. */
    ObjectNode target(LinkTarget target) {
        Shown shown = lookups.show(target);
        ObjectNode json = Json.object().put("kind", target.kind().name());
        json.put("ref", shown.hidden() ? null : shown.ref());
        if (shown.hidden()) {
            return json.put("hidden", true);
        }
        json.put("title", shown.title());
        if (shown.level() != null) {
            json.put("level", shown.level());
        }
        return shown.dead() ? json.put("dead", true) : json;
    }

    private ObjectNode owned(ObjectNode json, @Nullable String ownerKey) {
        ObjectNode owner = person(ownerKey);
        json.put("owner", owner == null ? null : owner.get("key").textValue());
        json.put("ownerName", owner == null ? null : owner.get("name").textValue());
        return json.put(
                "ownerActive", owner == null ? null : owner.get("active").booleanValue());
    }

    /** How many siblings stand before it; it may be newer than the list and need not be in it. */
    private static <T> int index(List<T> siblings, Function<T, String> key, ToIntFunction<T> position, T of) {
        int place = position.applyAsInt(of);
        int before = 0;
        boolean passed = false;
        for (T each : siblings) {
            boolean self = key.apply(each).equals(key.apply(of));
            passed = passed || self;
            int other = position.applyAsInt(each);
            // equal positions keep the order of the list, which is the order of keys
            if (!self && (other < place || other == place && !passed)) {
                before++;
            }
        }
        return before;
    }
}
