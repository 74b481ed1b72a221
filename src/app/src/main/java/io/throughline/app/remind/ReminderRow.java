package io.throughline.app.remind;

import io.throughline.app.store.NumberedRow;
import net.java.ao.Preload;
import net.java.ao.schema.Table;

/** The last reminder that was sent of one thing; the id says which. */
@Preload
@Table("REMINDER")
public interface ReminderRow extends NumberedRow {
    /** ISO. */
    String getLateFrom();

    void setLateFrom(String value);

    Integer getNth();

    void setNth(Integer value);
}
