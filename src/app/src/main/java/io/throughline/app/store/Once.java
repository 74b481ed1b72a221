package io.throughline.app.store;

import java.nio.charset.StandardCharsets;

/**
 * A caller's promise that two calls with the same key are one.
 *
 * @param user user key
 * @param path of the call; the same key elsewhere is another promise
 * @param key the caller's own word
 * @param input fingerprint of the input: a repetition must bring the same
 */
public record Once(String user, String path, String key, String input) {
    /** One word for user, path and key, of fixed length for a unique column. */
    String fingerprint() {
        // NUL cannot occur in any of the three, so no two triples run together
        return Hashes.sha256((user + '\0' + path + '\0' + key).getBytes(StandardCharsets.UTF_8));
    }
}
