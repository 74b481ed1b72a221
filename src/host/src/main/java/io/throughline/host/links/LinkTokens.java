package io.throughline.host.links;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Says, over an application link, who is calling: the place that OAuth impersonation has between real products.
 *
 * <p>A token names a user and an instant and is signed with a secret that only the linked products know. It is good for
 * {@link #LIFETIME} in both directions, since the clocks of two nodes may differ. It says nothing about rights: the
 * called product applies its own.
 */
public final class LinkTokens {

    /** The request header that carries the token. */
    public static final String HEADER = "X-Throughline-Host-Link";

    /** How far the signing instant may be from the checking one. */
    public static final Duration LIFETIME = Duration.ofMinutes(2);

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Clock clock;

    /** @param secret at least 16 bytes */
    public LinkTokens(byte[] secret, Clock clock) {
        if (secret.length < 16) {
            throw new IllegalArgumentException("a link secret needs at least 16 bytes, this one has " + secret.length);
        }
        this.key = new SecretKeySpec(secret, ALGORITHM);
        this.clock = clock;
    }

    /** A token for a call that the user makes now. */
    public String sign(String user) {
        return sign(user, clock.instant());
    }

    /** A token for a call that the user makes at that instant. */
    public String sign(String user, Instant at) {
        String claim = encode(user.getBytes(StandardCharsets.UTF_8)) + "." + at.getEpochSecond();
        return claim + "." + encode(signature(claim));
    }

    /**
     * The user a token speaks for.
     *
     * @param token the header's value; may be null or nonsense
     * @return empty when the token is missing, forged, or out of its time
     */
    public Optional<String> verify(String token) {
        int end = token == null ? -1 : token.lastIndexOf('.');
        int middle = end < 0 ? -1 : token.lastIndexOf('.', end - 1);
        if (middle < 1) {
            return Optional.empty();
        }
        try {
            byte[] given = Base64.getUrlDecoder().decode(token.substring(end + 1));
            if (!MessageDigest.isEqual(given, signature(token.substring(0, end)))) {
                return Optional.empty();
            }
            Instant at = Instant.ofEpochSecond(Long.parseLong(token.substring(middle + 1, end)));
            if (Duration.between(at, clock.instant()).abs().compareTo(LIFETIME) > 0) {
                return Optional.empty();
            }
            byte[] user = Base64.getUrlDecoder().decode(token.substring(0, middle));
            return Optional.of(new String(user, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException nonsense) {
            return Optional.empty();
        }
    }

    private byte[] signature(String claim) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(claim.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
