package io.throughline.app.store;

import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** How far a node has read the feed. */
@Preload
@Table("FEED_READER")
public interface FeedReaderRow extends Entity {
    @NotNull
    @Unique
    String getNodeName();

    void setNodeName(String value);

    Long getSeen();

    void setSeen(Long value);

    /** When it last said so. */
    @Indexed
    Long getAliveMillis();

    void setAliveMillis(Long value);
}
