package io.throughline.app.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.edit.Lookups;
import io.throughline.app.live.LinkTargets;
import io.throughline.app.live.OrphanDesk;
import io.throughline.app.live.OrphanRow;
import io.throughline.app.store.Json;
import io.throughline.core.orphans.OrphanKind;
import io.throughline.core.strategy.Exemption;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.Plan;
import io.throughline.core.strategy.StrategyModel;
import io.throughline.core.strategy.WorkLink;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Orphans as one caller sees them. */
final class OrphanRows {
    private final StrategyModel model;
    private final Lookups lookups;
    private final LocalDate today;
    private final ZoneId zone;
    private final Views views;

    OrphanRows(StrategyModel model, Lookups lookups, LocalDate today, ZoneId zone) {
        this.model = model;
        this.lookups = lookups;
        this.today = today;
        this.zone = zone;
        this.views = new Views(model, lookups);
    }

    /** What the desk has to ask outside of the strategy. */
    OrphanDesk.Outside outside() {
        return new OrphanDesk.Outside() {
            @Override
            public boolean isDead(WorkLink link) {
                return link.target().kind() == LinkTarget.Kind.JQL
                        ? lookups.isUnreadable(link)
                        : lookups.isGone(link.target());
            }

            @Override
            public boolean isActive(String user) {
                return lookups.isActive(user);
            }
        };
    }

    ObjectNode json(OrphanRow row) {
        ObjectNode json = Json.object().put("kind", row.kind().name()).put("ref", row.ref());
        json.put("summary", row.summary());
        if (row.kind() == OrphanKind.PROJECT) {
            LinkTargets.Shown shown = lookups.show(LinkTarget.project(row.ref(), row.id()));
            json.put("summary", shown.title());
        } else if (row.kind() == OrphanKind.DEAD_LINK) {
            model.link(Long.parseLong(row.ref())).ifPresent(link -> {
                json.put("objective", link.objective());
                json.set("target", views.target(link.target()));
            });
        }
        if (row.type() != null) {
            json.put("type", row.type()).put("status", row.status());
        }
        json.put("level", row.level());
        json.put("project", row.project());
        if (!row.kind().isWork()) {
            String plan =
                    row.kind() == OrphanKind.DEAD_LINK ? json.path("objective").asText() : row.ref();
            json.put("plan", model.planOf(plan).map(Plan::key).orElse(null));
        }
        json.set("owner", views.person(row.lead()));
        json.set("openSize", Json.number(row.openSize()));
        Instant updated = row.updated();
        json.put("updated", updated == null ? null : updated.toString());
        json.put("age", updated == null ? null : age(updated));
        Exemption expired = row.expired();
        json.set("wasExempt", expired == null ? null : wasExempt(expired, views));
        return json;
    }

    /** Why it is back: until when it was exempt, by whom and for what reason. */
    private static ObjectNode wasExempt(Exemption expired, Views views) {
        LocalDate until = expired.expires();
        ObjectNode json = Json.object().put("exemption", expired.id()).put("reason", expired.reason());
        json.put("expired", until == null ? null : until.toString());
        json.set("author", views.person(expired.author()));
        return json;
    }

    /** Whole days since the last change. */
    private Integer age(Instant updated) {
        LocalDate day = updated.atZone(zone).toLocalDate();
        return (int) Math.max(0, ChronoUnit.DAYS.between(day, today));
    }
}
