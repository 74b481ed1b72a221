package io.throughline.host.ao;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import net.java.ao.atlassian.TablePrefix;

/**
 * {@code AO_} and the last six hexadecimal digits, in capitals, of the MD5 of the namespace.
 *
 * <p>Source: dossier 2.2, page "Table names" [DOC].
 */
record AoTablePrefix(String text) implements TablePrefix {

    static AoTablePrefix of(String namespace) {
        try {
            byte[] md5 = MessageDigest.getInstance("MD5").digest(namespace.getBytes(StandardCharsets.UTF_8));
            String hex = HexFormat.of().formatHex(md5);
            return new AoTablePrefix("AO_" + hex.substring(hex.length() - 6).toUpperCase(Locale.ROOT));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public String prepend(String table) {
        return text + "_" + table;
    }

    boolean isOn(String table) {
        return table.toUpperCase(Locale.ROOT).startsWith(text + "_");
    }
}
