package io.throughline.app.confluence.macro;

import io.throughline.app.store.Hashes;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Tells which macro of a page's storage one on the screen is: Confluence gives a macro neither its id nor its place. Two
 * that say the same have the same, and then it makes no difference which of them is meant.
 */
public final class Fingerprint {
    /** Confluence hands parameters of its own to a macro; their names have other characters. */
    private static final Pattern OURS = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    private Fingerprint() {}

    /** 16 hexadecimal digits. */
    public static String of(String macro, Map<String, String> parameters) {
        StringBuilder text = new StringBuilder(macro);
        new TreeMap<>(parameters).forEach((name, value) -> {
            if (OURS.matcher(name).matches() && !value.isBlank()) {
                text.append('\n').append(name).append('=').append(value.strip());
            }
        });
        return Hashes.sha256(text.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }
}
