package io.throughline.app.confluence.picture;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs texts so that every node of the cluster, and nobody else, can tell that this app wrote them. */
@ConfluenceComponent
public class Signatures {
    static final String SETTING = "io.throughline.strategy.picture-key";
    private static final String ALGORITHM = "HmacSHA256";
    private static final HexFormat HEX = HexFormat.of();

    private final PluginSettingsFactory settings;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public Signatures(@ComponentImport PluginSettingsFactory settings) {
        this.settings = settings;
    }

    /** 64 hexadecimal digits. */
    String of(String text) {
        return signed(text, known().orElseGet(this::made));
    }

    private static String signed(String text, byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return HEX.formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Takes as long for a wrong signature as for the right one. Asked by anybody, so it writes nothing. */
    boolean isOf(String signature, String text) {
        return known().filter(key -> MessageDigest.isEqual(
                        signature.getBytes(StandardCharsets.US_ASCII),
                        signed(text, key).getBytes(StandardCharsets.US_ASCII)))
                .isPresent();
    }

    /** The cluster's key; empty as long as nothing was signed. */
    private Optional<byte[]> known() {
        return settings.createGlobalSettings().get(SETTING) instanceof String known
                ? Optional.of(HEX.parseHex(known))
                : Optional.empty();
    }

    /**
     * A new key, made when it is first needed. Two nodes may both make the first one: the later stays, and the pictures of
     * a few milliseconds are missing from one export.
     */
    private byte[] made() {
        byte[] made = new byte[32];
        random.nextBytes(made);
        settings.createGlobalSettings().put(SETTING, HEX.formatHex(made));
        return made;
    }
}
