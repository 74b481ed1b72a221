package io.throughline.app.store;

import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Unique;
import org.jspecify.annotations.Nullable;

/** The answer to a call that carried an idempotency key, kept for a day. */
@Preload
@net.java.ao.schema.Table("ONCE")
public interface OnceRow extends Entity {
    /** Unique, so that two nodes cannot both be first. */
    @NotNull
    @Unique
    String getFingerprint();

    void setFingerprint(String value);

    String getInputHash();

    void setInputHash(String value);

    @Indexed
    Long getCreatedMillis();

    void setCreatedMillis(Long value);

    Integer getAnswerStatus();

    void setAnswerStatus(Integer value);

    @Nullable
    String getAnswerLocation();

    void setAnswerLocation(@Nullable String value);

    @Nullable
    String getAnswerEtag();

    void setAnswerEtag(@Nullable String value);

    @StringLength(StringLength.UNLIMITED)
    String getAnswerBody();

    void setAnswerBody(String value);
}
