package io.throughline.app.confluence.picture;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
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
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(), ALGORITHM));
            return HEX.formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Takes as long for a wrong signature as for the right one. */
    boolean isOf(String signature, String text) {
        return MessageDigest.isEqual(
                signature.getBytes(StandardCharsets.US_ASCII), of(text).getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * The cluster's key, made when it is first needed. Two nodes may both make the first one: the later stays, and the
     * pictures of a few milliseconds are missing from one export.
     */
    private byte[] key() {
        PluginSettings global = settings.createGlobalSettings();
        if (global.get(SETTING) instanceof String known) {
            return HEX.parseHex(known);
        }
        byte[] made = new byte[32];
        random.nextBytes(made);
        global.put(SETTING, HEX.formatHex(made));
        return made;
    }
}
