package io.throughline.app.store;

import net.java.ao.Preload;
import net.java.ao.schema.Table;

/** An objective that counts as a sub-objective of one elsewhere. */
@Preload
@Table("CONTRIBUTION")
public interface ContributionRow extends NumberedRow {
    String getFromKey();

    void setFromKey(String value);

    String getToKey();

    void setToKey(String value);

    Double getWeight();

    void setWeight(Double value);

    Long getRowVersion();

    void setRowVersion(Long value);
}
