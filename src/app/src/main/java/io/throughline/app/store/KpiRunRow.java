package io.throughline.app.store;

import net.java.ao.Preload;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import org.jspecify.annotations.Nullable;

/** What came of the last evaluation of a KPI that is counted in Jira; the id is the KPI's number. */
@Preload
@Table("KPI_RUN")
public interface KpiRunRow extends NumberedRow {
    Long getEvaluatedMillis();

    void setEvaluatedMillis(Long value);

    Long getIssueCount();

    void setIssueCount(Long value);

    @Nullable
    @StringLength(60)
    String getProblem();

    void setProblem(@Nullable String value);
}
