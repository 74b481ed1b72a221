package com.atlassian.cache;

import jakarta.annotation.Nullable;

/**
 * How long a cache keeps, how much, and whether other nodes hear of it; null leaves it to the product.
 *
 * <p>Source: dossier 2.5 [P7], its getters read in a stored copy of the type [S6].
 */
public interface CacheSettings {
    @Nullable
    Long getExpireAfterAccess();

    @Nullable
    Long getExpireAfterWrite();

    @Nullable
    Integer getMaxEntries();

    @Nullable
    Boolean getLocal();

    @Nullable
    Boolean getReplicateViaCopy();
}
