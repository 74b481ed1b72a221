package io.throughline.app.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Cause;
import io.throughline.core.strategy.Contribution;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.Objective;
import io.throughline.core.strategy.ObjectiveState;
import io.throughline.core.strategy.Perspective;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.PlanState;
import io.throughline.core.strategy.Scope;
import io.throughline.core.strategy.SizeMeasure;
import io.throughline.core.strategy.Theme;
import io.throughline.core.strategy.Thresholds;
import io.throughline.core.strategy.WorkLink;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Strategy objects as JSON, whole: what the change log keeps before and after a change, and what an answer starts from.
 * Names and shapes are the contract's; reading gives back an equal record. KPIs are in {@link KpiJson}.
 */
public final class StrategyJson {
    private StrategyJson() {}

    public static ObjectNode write(Plan plan) {
        ObjectNode json = Json.object();
        json.put("key", plan.key()).put("name", plan.name());
        json.put("vision", plan.vision()).put("mission", plan.mission());
        json.put("start", day(plan.start())).put("end", day(plan.end()));
        json.put("state", plan.state().name()).put("parent", plan.parent());
        json.put("sizeMeasure", plan.sizeMeasure().name()).set("defaultSize", Json.number(plan.defaultSize()));
        json.putObject("thresholds")
                .<ObjectNode>set("good", Json.number(plan.thresholds().good()))
                .set("warn", Json.number(plan.thresholds().warn()));
        Scope scope = plan.scope();
        if (scope == null) {
            json.putNull("scope");
        } else {
            strings(json.putObject("scope").putArray("projects"), scope.projects());
        }
        return json.put("version", plan.version());
    }

    static Plan plan(JsonNode json) {
        JsonNode thresholds = json.get("thresholds");
        JsonNode scope = json.path("scope").path("projects");
        return new Plan(
                json.get("key").textValue(),
                json.get("name").textValue(),
                text(json, "vision"),
                text(json, "mission"),
                LocalDate.parse(json.get("start").textValue()),
                LocalDate.parse(json.get("end").textValue()),
                PlanState.valueOf(json.get("state").textValue()),
                text(json, "parent"),
                SizeMeasure.valueOf(json.get("sizeMeasure").textValue()),
                number(json, "defaultSize"),
                new Thresholds(
                        thresholds.get("good").doubleValue(),
                        thresholds.get("warn").doubleValue()),
                scope.isMissingNode() ? null : new Scope(strings(scope)),
                json.get("version").longValue());
    }

    public static ObjectNode write(Theme theme) {
        ObjectNode json = Json.object();
        json.put("key", theme.key()).put("plan", theme.plan()).put("name", theme.name());
        json.put("description", theme.description()).put("owner", theme.owner());
        json.set("weight", Json.number(theme.weight()));
        return json.put("position", theme.position()).put("version", theme.version());
    }

    static Theme theme(JsonNode json) {
        return new Theme(
                json.get("key").textValue(),
                json.get("plan").textValue(),
                json.get("name").textValue(),
                text(json, "description"),
                text(json, "owner"),
                json.get("weight").doubleValue(),
                json.get("position").intValue(),
                json.get("version").longValue());
    }

    public static ObjectNode write(Objective objective) {
        ObjectNode json = Json.object();
        json.put("key", objective.key()).put("theme", objective.theme()).put("parent", objective.parent());
        json.put("name", objective.name()).put("description", objective.description());
        json.put("owner", objective.owner())
                .put("perspective", objective.perspective().name());
        json.set("weight", Json.number(objective.weight()));
        json.put("start", day(objective.start())).put("due", day(objective.due()));
        json.put("state", objective.state().name()).put("position", objective.position());
        return json.put("version", objective.version());
    }

    static Objective objective(JsonNode json) {
        return new Objective(
                json.get("key").textValue(),
                text(json, "theme"),
                text(json, "parent"),
                json.get("name").textValue(),
                text(json, "description"),
                text(json, "owner"),
                Perspective.valueOf(json.get("perspective").textValue()),
                json.get("weight").doubleValue(),
                date(json, "start"),
                date(json, "due"),
                ObjectiveState.valueOf(json.get("state").textValue()),
                json.get("position").intValue(),
                json.get("version").longValue());
    }

    public static ObjectNode write(WorkLink link) {
        ObjectNode json = Json.object();
        json.put("id", link.id()).put("objective", link.objective());
        ObjectNode target = json.putObject("target")
                .put("kind", link.target().kind().name())
                .put("ref", link.target().ref());
        target.put("id", link.target().id());
        json.set("weight", Json.number(link.weight()));
        return json.put("created", link.created().toString()).put("version", link.version());
    }

    static WorkLink link(JsonNode json) {
        JsonNode target = json.get("target");
        JsonNode id = target.path("id");
        return new WorkLink(
                json.get("id").longValue(),
                json.get("objective").textValue(),
                new LinkTarget(
                        LinkTarget.Kind.valueOf(target.get("kind").textValue()),
                        target.get("ref").textValue(),
                        id.isNumber() ? id.longValue() : null),
                number(json, "weight"),
                Instant.parse(json.get("created").textValue()),
                json.get("version").longValue());
    }

    public static ObjectNode write(LinkBatch batch) {
        ObjectNode json = Json.object().put("id", batch.id()).put("objective", batch.objective());
        ArrayNode links = json.putArray("links");
        batch.links().forEach(links::add);
        return json.put("undone", batch.undone()).put("version", batch.version());
    }

    static LinkBatch batch(JsonNode json) {
        List<Long> links = new ArrayList<>();
        json.get("links").forEach(link -> links.add(link.longValue()));
        return new LinkBatch(
                json.get("id").longValue(),
                json.get("objective").textValue(),
                links,
                json.get("undone").booleanValue(),
                json.get("version").longValue());
    }

    public static ObjectNode write(Delegation delegation) {
        ObjectNode json = Json.object().put("id", delegation.id()).put("owner", delegation.owner());
        json.put("to", delegation.to()).put("from", delegation.from().toString());
        return json.put("until", delegation.until().toString()).put("version", delegation.version());
    }

    static Delegation delegation(JsonNode json) {
        return new Delegation(
                json.get("id").longValue(),
                json.get("owner").textValue(),
                json.get("to").textValue(),
                LocalDate.parse(json.get("from").textValue()),
                LocalDate.parse(json.get("until").textValue()),
                json.get("version").longValue());
    }

    public static ObjectNode write(Contribution contribution) {
        ObjectNode json = Json.object();
        json.put("id", contribution.id()).put("from", contribution.from()).put("to", contribution.to());
        json.set("weight", Json.number(contribution.weight()));
        return json.put("version", contribution.version());
    }

    static Contribution contribution(JsonNode json) {
        return new Contribution(
                json.get("id").longValue(),
                json.get("from").textValue(),
                json.get("to").textValue(),
                json.get("weight").doubleValue(),
                json.get("version").longValue());
    }

    public static ObjectNode write(Cause cause) {
        ObjectNode json = Json.object().put("id", cause.id()).put("cause", cause.cause());
        return json.put("effect", cause.effect()).put("version", cause.version());
    }

    static Cause cause(JsonNode json) {
        return new Cause(
                json.get("id").longValue(),
                json.get("cause").textValue(),
                json.get("effect").textValue(),
                json.get("version").longValue());
    }

    public static ObjectNode write(Actual actual) {
        ObjectNode json = Json.object();
        json.put("kpi", actual.kpi()).put("period", actual.period().toString());
        json.set("value", Json.number(actual.value()));
        json.put("note", actual.note()).put("enteredBy", actual.enteredBy());
        json.put("enteredAt", actual.enteredAt().toString()).put("attestedBy", actual.attestedBy());
        Instant attestedAt = actual.attestedAt();
        json.put("attestedAt", attestedAt == null ? null : attestedAt.toString());
        json.put("statement", actual.statement()).put("attestedFor", actual.attestedFor());
        return json.put("version", actual.version());
    }

    static Actual actual(JsonNode json) {
        String attestedAt = text(json, "attestedAt");
        return new Actual(
                json.get("kpi").textValue(),
                LocalDate.parse(json.get("period").textValue()),
                json.get("value").doubleValue(),
                text(json, "note"),
                text(json, "enteredBy"),
                Instant.parse(json.get("enteredAt").textValue()),
                text(json, "attestedBy"),
                attestedAt == null ? null : Instant.parse(attestedAt),
                text(json, "statement"),
                text(json, "attestedFor"),
                json.get("version").longValue());
    }

    public static ObjectNode write(Settings settings) {
        ObjectNode json = Json.object();
        strings(json.putArray("cancelledResolutions"), settings.cancelledResolutions());
        ObjectNode levels = json.putObject("levels");
        new TreeMap<>(settings.levels()).forEach(levels::put);
        json.putObject("defaultSizes")
                .<ObjectNode>set(SizeMeasure.STORY_POINTS.name(), Json.number(settings.defaultPoints()))
                .set(SizeMeasure.ORIGINAL_ESTIMATE.name(), Json.number(settings.defaultSeconds()));
        ObjectNode groups = json.putObject("groups");
        strings(groups.putArray("view"), settings.view());
        strings(groups.putArray("edit"), settings.edit());
        strings(groups.putArray("administer"), settings.administer());
        json.put("jqlCeiling", settings.jqlCeiling());
        json.putObject("fill")
                .put("pageSize", settings.fill().pageSize())
                .put("percent", settings.fill().percent());
        return json.put("version", settings.version());
    }

    static Settings settings(JsonNode json) {
        Map<String, Integer> levels = new TreeMap<>();
        json.get("levels")
                .properties()
                .forEach(each -> levels.put(each.getKey(), each.getValue().intValue()));
        return new Settings(
                strings(json.get("cancelledResolutions")),
                levels,
                json.at("/defaultSizes/STORY_POINTS").doubleValue(),
                json.at("/defaultSizes/ORIGINAL_ESTIMATE").doubleValue(),
                strings(json.at("/groups/view")),
                strings(json.at("/groups/edit")),
                strings(json.at("/groups/administer")),
                json.path("jqlCeiling").asInt(Settings.USUAL_JQL_CEILING),
                new FillPace(
                        json.at("/fill/pageSize").asInt(FillPace.USUAL.pageSize()),
                        json.at("/fill/percent").asInt(FillPace.USUAL.percent())),
                json.get("version").longValue());
    }

    static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    static @Nullable String text(JsonNode json, String field) {
        return json.path(field).textValue();
    }

    static @Nullable LocalDate date(JsonNode json, String field) {
        String day = text(json, field);
        return day == null ? null : LocalDate.parse(day);
    }

    static @Nullable Double number(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isNumber() ? value.doubleValue() : null;
    }

    private static void strings(ArrayNode into, List<String> strings) {
        strings.forEach(into::add);
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(each -> strings.add(each.textValue()));
        return strings;
    }
}
