package io.throughline.app.rest;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.throughline.app.edit.Lookups;
import io.throughline.app.live.LinkTargets;
import io.throughline.app.store.Json;
import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.strategy.WorkLink;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The links of trees as the text they were written as last, as {@link KpiRows} keeps KPIs: a change of an issue touches few of
 * a plan's thousand links. What a viewer may see of the target is part of what a text says, so one that was written for
 * somebody else is used only where it would be written alike.
 */
@JiraComponent
public final class LinkRows {
    /** With half a kilobyte each. */
    private static final int MOST = 40_000;

    private record Key(long link, Locale locale) {}

    /** What a text says. */
    private record Said(
            WorkLink link,
            Optional<DeliveryBlock> delivery,
            @Nullable Integer hidden,
            LinkTargets.Shown target,
            boolean isUnreadable,
            Optional<Instant> evaluatedAt,
            List<String> warnings) {}

    private record Row(Said said, JsonNode json) {}

    private final Map<Key, Row> rows = new ConcurrentHashMap<>();

    @Inject
    public LinkRows() {}

    /**
     * One link with its delivery.
     *
     * @param write makes it anew
     * @return to be written only: fields cannot be read from it
     */
    JsonNode row(WorkLink link, Blocks blocks, Lookups lookups, Supplier<ObjectNode> write) {
        Said now = new Said(
                link,
                blocks.link(link.id()),
                blocks.hidden(link.id()),
                lookups.show(link.target()),
                lookups.isUnreadable(link),
                lookups.evaluatedAt(link),
                lookups.warnings(link.target()));
        Key key = new Key(link.id(), blocks.locale());
        Row known = rows.get(key);
        if (known != null && known.said().equals(now)) {
            return known.json();
        }
        if (rows.size() >= MOST) {
            rows.clear();
        }
        JsonNode json =
                JsonNodeFactory.instance.rawValueNode(new RawValue(new SerializedString(Json.write(write.get()))));
        rows.put(key, new Row(now, json));
        return json;
    }
}
