package io.throughline.app.store;

import net.java.ao.Preload;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** One note about changed work, for the other nodes. The id rises by 1; of two rows the one with the lower id is committed. */
@Preload
@Table("WORK_FEED")
public interface FeedRow extends NumberedRow {
    /** The node that wrote it. */
    String getNodeName();

    void setNodeName(String value);

    /** Name of a {@link WorkNote.Kind}. */
    String getNoteKind();

    void setNoteKind(String value);

    Long getWrittenMillis();

    void setWrittenMillis(Long value);

    /** Ids after a dot, see {@code IdList}: an empty text is null on Oracle. */
    @StringLength(StringLength.UNLIMITED)
    String getMembers();

    void setMembers(String value);
}
