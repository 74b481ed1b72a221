package com.atlassian.cache;

import jakarta.annotation.Nullable;
import java.util.concurrent.TimeUnit;

/**
 * Puts cache settings together.
 *
 * <p>Source: dossier 2.5 [P7, used on V8].
 */
public class CacheSettingsBuilder {
    private Long expireAfterAccess;
    private Long expireAfterWrite;
    private Integer maxEntries;
    private Boolean local;
    private Boolean replicateViaCopy;

    public CacheSettingsBuilder expireAfterAccess(long expiry, TimeUnit unit) {
        expireAfterAccess = unit.toMillis(expiry);
        return this;
    }

    public CacheSettingsBuilder expireAfterWrite(long expiry, TimeUnit unit) {
        expireAfterWrite = unit.toMillis(expiry);
        return this;
    }

    public CacheSettingsBuilder maxEntries(int entries) {
        maxEntries = entries;
        return this;
    }

    public CacheSettingsBuilder replicateViaInvalidation() {
        replicateViaCopy = false;
        return this;
    }

    public CacheSettingsBuilder local() {
        local = true;
        return this;
    }

    public CacheSettingsBuilder remote() {
        local = false;
        return this;
    }

    public CacheSettings build() {
        return new Built(expireAfterAccess, expireAfterWrite, maxEntries, local, replicateViaCopy);
    }

    private record Built(
            @Nullable Long getExpireAfterAccess,
            @Nullable Long getExpireAfterWrite,
            @Nullable Integer getMaxEntries,
            @Nullable Boolean getLocal,
            @Nullable Boolean getReplicateViaCopy)
            implements CacheSettings {}
}
