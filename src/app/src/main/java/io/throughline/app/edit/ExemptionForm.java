package io.throughline.app.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.edit.Refused.Kind;
import io.throughline.app.live.LinkTargets.Resolved;
import io.throughline.app.live.LinkTargets.Shown;
import io.throughline.app.store.Draft;
import io.throughline.core.strategy.Exemption;
import io.throughline.core.strategy.LinkTarget;
import io.throughline.core.strategy.StrategyModel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an exemption: one target, why, and until when.
 *
 * @param target id behind a project or an issue; null for the other kinds
 */
public record ExemptionForm(
        Exemption.Kind kind,
        String ref,
        @Nullable Long target,
        String reason,
        @Nullable LocalDate expires) {
    public static final int REASON_LENGTH = 2_000;

    private static final String[] READ_ONLY = {
        "id", "author", "authorName", "created", "version", "hidden", "title", "dead", "expired"
    };

    /**
     * Reads {@code {"kind","ref","reason","expires"}}. A target sent back as hidden, or as it was shown, stays what it was.
     *
     * @param before the exemption that is replaced, null for a new one
     */
    public static ExemptionForm read(
            ObjectNode body, StrategyModel model, Lookups lookups, @Nullable Exemption before, LocalDate today) {
        Form form = new Form(body, model, lookups);
        String reason = reason(form.in);
        LocalDate expires = expires(form.in, before, today);
        ExemptionForm read = target(form.in, lookups, before, reason, expires);
        form.finish(READ_ONLY);
        return read;
    }

    static String reason(Fields in) {
        String reason = in.text("reason", REASON_LENGTH);
        if (reason == null && !in.isWrong("reason")) {
            in.wrong("reason", "required.text", REASON_LENGTH);
        }
        return reason == null ? "?" : reason.strip();
    }

    static @Nullable LocalDate expires(Fields in, @Nullable Exemption before, LocalDate today) {
        LocalDate expires = in.date("expires");
        boolean stays = before != null && expires != null && expires.equals(before.expires());
        if (expires != null && !stays && expires.isBefore(today)) {
            in.wrong("expires", "not-before", "today", today);
        }
        return expires;
    }

    static ExemptionForm target(
            Fields in, Lookups lookups, @Nullable Exemption before, String reason, @Nullable LocalDate expires) {
        Exemption.Kind kind = in.requiredChoice("kind", Exemption.Kind.class);
        String ref = in.text("ref", kind == Exemption.Kind.JQL ? Fields.QUERY_LENGTH : Fields.NAME_LENGTH);
        boolean hidden = in.flag("hidden", false);
        if (before != null && before.kind() == kind && isAsShown(ref, hidden, before, lookups)) {
            return new ExemptionForm(kind, before.ref(), before.target(), reason, expires);
        }
        if (ref == null) {
            if (!in.isWrong("ref")) {
                in.wrong("ref", "required.text", Fields.NAME_LENGTH);
            }
            return new ExemptionForm(kind, "?", null, reason, expires);
        }
        if (in.isWrong("kind") || in.isWrong("ref")) {
            return new ExemptionForm(kind, "?", null, reason, expires);
        }
        String stripped = ref.strip();
        Optional<LinkTarget> asked = asked(kind, stripped);
        if (asked.isEmpty()) {
            Optional<String> type = lookups.issueType(stripped);
            if (type.isEmpty()) {
                in.wrong("ref", "target." + kind);
            }
            return new ExemptionForm(kind, type.orElse(stripped), null, reason, expires);
        }
        Resolved resolved = lookups.resolve(asked.get().kind(), asked.get().ref());
        LinkTarget target = resolved.target();
        if (target == null && asked.get().kind() == LinkTarget.Kind.JQL) {
            in.wrong("ref", "query", String.join(" ", resolved.problems()));
        } else if (target == null) {
            in.wrong("ref", "target." + kind);
        }
        String found = target == null || kind.isSearched() ? stripped : target.ref();
        return new ExemptionForm(kind, found, target == null ? null : target.id(), reason, expires);
    }

    /** What has to be looked up for an exemption; an issue type is a name and nothing more. */
    private static Optional<LinkTarget> asked(Exemption.Kind kind, String ref) {
        return switch (kind) {
            case PROJECT -> Optional.of(LinkTarget.project(ref, null));
            case ISSUE -> Optional.of(LinkTarget.issue(ref, null));
            case JQL, LABEL -> Optional.of(LinkTarget.jql(query(kind, ref)));
            case ISSUE_TYPE -> Optional.empty();
        };
    }

    /** The query by which Jira finds what an exemption matches. */
    public static String query(Exemption.Kind kind, String ref) {
        return kind == Exemption.Kind.LABEL
                ? "labels = \"" + ref.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                : ref;
    }

    /** What an exemption points to as a link would, so that it is shown and hidden alike; empty for a name. */
    public static Optional<LinkTarget> shownAs(Exemption.Kind kind, String ref, @Nullable Long target) {
        return switch (kind) {
            case PROJECT -> Optional.of(LinkTarget.project(ref, target));
            case ISSUE -> Optional.of(LinkTarget.issue(ref, target));
            case JQL -> Optional.of(LinkTarget.jql(ref));
            case LABEL, ISSUE_TYPE -> Optional.empty();
        };
    }

    private static boolean isAsShown(@Nullable String ref, boolean hidden, Exemption before, Lookups lookups) {
        Optional<Shown> shown =
                shownAs(before.kind(), before.ref(), before.target()).map(lookups::show);
        if (shown.isPresent() && shown.get().hidden()) {
            return hidden && ref == null;
        }
        String named = shown.map(Shown::ref).orElse(before.ref());
        return ref != null && ref.equals(named);
    }

    /**
     * The exemption, made or replaced.
     *
     * @throws Refused ALREADY_EXEMPT if a valid one matches by the same
     */
    public Exemption exemption(
            StrategyModel model, @Nullable Exemption before, long id, String author, Instant now, LocalDate today) {
        Optional<Exemption> same = same(model, id, today);
        if (same.isPresent()) {
            throw Refused.of(Kind.CONFLICT, "ALREADY_EXEMPT")
                    .with("exemption", same.get().id());
        }
        return new Exemption(
                id,
                kind,
                ref,
                target,
                reason,
                before == null ? author : before.author(),
                before == null ? now : before.created(),
                expires,
                before == null ? 1 : before.version());
    }

    /** A valid exemption that matches by the same, if there is one. */
    public Optional<Exemption> same(StrategyModel model, long id, LocalDate today) {
        return model.exemptions().stream()
                .filter(each -> each.id() != id && each.kind() == kind && each.isValid(today))
                .filter(each -> target != null ? target.equals(each.target()) : ref.equalsIgnoreCase(each.ref()))
                .findFirst();
    }

    /** Stores one more. */
    Exemption store(Draft draft, String author, LocalDate today) {
        long id = draft.nextNumber(io.throughline.app.store.Kind.EXEMPTION);
        return draft.put(exemption(draft.model(), null, id, author, draft.now(), today));
    }
}
