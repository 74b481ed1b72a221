package io.throughline.app.remind;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import net.java.ao.DBParam;
import net.java.ao.Query;

/** Sent reminders in Active Objects. Who writes holds the cluster lock of {@link ReminderKeeper}. */
@JiraComponent
public final class AoSentReminders implements SentReminders {
    private final ActiveObjects ao;

    @Inject
    public AoSentReminders(@ComponentImport ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public List<Sent> all() {
        return Arrays.stream(ao.find(ReminderRow.class, Query.select().order("ID ASC")))
                .map(row -> new Sent(row.getID(), LocalDate.parse(row.getLateFrom()), row.getNth()))
                .toList();
    }

    @Override
    public void keep(Collection<Sent> sent) {
        ao.executeInTransaction(() -> {
            for (Sent each : sent) {
                ReminderRow[] rows = rows(each);
                ReminderRow row =
                        rows.length == 0 ? ao.create(ReminderRow.class, new DBParam("ID", each.id())) : rows[0];
                row.setLateFrom(each.from().toString());
                row.setNth(each.nth());
                row.save();
            }
            return sent;
        });
    }

    @Override
    public void forget(Collection<Sent> sent) {
        ao.executeInTransaction(() -> {
            sent.forEach(each -> ao.delete(rows(each)));
            return sent;
        });
    }

    private ReminderRow[] rows(Sent sent) {
        return ao.find(ReminderRow.class, Query.select().where("ID = ?", sent.id()));
    }
}
