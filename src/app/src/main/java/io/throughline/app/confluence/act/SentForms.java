package io.throughline.app.confluence.act;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.jspecify.annotations.Nullable;

/** Which forms were sent, and the issues that they became: for the whole cluster, in Active Objects. */
@ConfluenceComponent
public class SentForms {
    private final ActiveObjects ao;

    @Inject
    public SentForms(@ComponentImport ActiveObjects ao) {
        this.ao = ao;
    }

    /**
     * A form that was sent before.
     *
     * @param issue key, empty while nobody knows whether there is one
     */
    record Sent(Instant at, Optional<String> issue) {}

    /** Takes a form for the caller. Empty when it was taken now; else what is known of the time before. */
    Optional<Sent> claim(String fingerprint, Instant now) {
        PageWorkRow before = row(fingerprint);
        if (before == null) {
            try {
                ao.executeInTransaction(() -> ao.create(
                        PageWorkRow.class,
                        new DBParam("FINGERPRINT", fingerprint),
                        new DBParam("CLAIMED_MILLIS", now.toEpochMilli())));
                return Optional.empty();
            } catch (RuntimeException raced) {
                before = row(fingerprint);
                if (before == null) {
                    throw raced;
                }
            }
        }
        return Optional.of(
                new Sent(Instant.ofEpochMilli(before.getClaimedMillis()), Optional.ofNullable(before.getIssueKey())));
    }

    /**
     * Takes over a form whose sender was never heard of again. Of several who try, one gets it.
     *
     * @param before when it was taken the time before
     */
    boolean takeOver(String fingerprint, Instant before, Instant now) {
        int gone = ao.executeInTransaction(() -> ao.deleteWithSQL(
                PageWorkRow.class,
                "FINGERPRINT = ? AND CLAIMED_MILLIS = ? AND ISSUE_KEY IS NULL",
                fingerprint,
                before.toEpochMilli()));
        return gone == 1 && claim(fingerprint, now).isEmpty();
    }

    /** Lets it be sent again: it is certain that there is no issue. */
    void release(String fingerprint) {
        ao.executeInTransaction(() -> ao.deleteWithSQL(PageWorkRow.class, "FINGERPRINT = ?", fingerprint));
    }

    void made(String fingerprint, String issue) {
        ao.executeInTransaction(() -> {
            PageWorkRow row = row(fingerprint);
            if (row != null) {
                row.setIssueKey(issue);
                row.save();
            }
            return issue;
        });
    }

    private @Nullable PageWorkRow row(String fingerprint) {
        PageWorkRow[] rows = ao.find(PageWorkRow.class, Query.select().where("FINGERPRINT = ?", fingerprint));
        return rows.length == 0 ? null : rows[0];
    }
}
