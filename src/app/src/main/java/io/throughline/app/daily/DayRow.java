package io.throughline.app.daily;

import io.throughline.app.store.NumberedRow;
import net.java.ao.Preload;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The numbers of one plan at the end of one day. */
@Preload
@Table("DAY_RECORD")
public interface DayRow extends NumberedRow {
    @Indexed
    String getPlanKey();

    void setPlanKey(String value);

    /** ISO, so that days sort as text. */
    String getDayOn();

    void setDayOn(String value);

    Long getTakenMillis();

    void setTakenMillis(Long value);

    /** See {@code DayDocument}. */
    @StringLength(StringLength.UNLIMITED)
    String getDocument();

    void setDocument(String value);
}
