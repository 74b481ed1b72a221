package io.throughline.host.web;

import io.throughline.host.launch.Users;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;

/**
 * Who may call a servlet or a REST method, by the access annotations of both packages. Without one: licensed users only. This host
 * has no anonymous access to a site and licenses every user it has, so the six levels come down to three.
 */
public enum Access {
    ANYBODY,
    LICENSED,
    ADMINISTRATOR;

    /** What a caller gets. */
    public enum Verdict {
        ALLOWED,
        LOGIN_FIRST,
        FORBIDDEN
    }

    /** @param mostSpecificFirst e.g. the method, then its class */
    public static Access of(List<? extends AnnotatedElement> mostSpecificFirst) {
        return mostSpecificFirst.stream()
                .map(Access::declared)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(LICENSED);
    }

    public Verdict judge(Users users) {
        if (this == ANYBODY) {
            return Verdict.ALLOWED;
        }
        Optional<String> user = users.current();
        if (user.isEmpty()) {
            return Verdict.LOGIN_FIRST;
        }
        return this == LICENSED || users.isAdministrator(user.get()) ? Verdict.ALLOWED : Verdict.FORBIDDEN;
    }

    private static Optional<Access> declared(AnnotatedElement element) {
        if (has(
                element,
                com.atlassian.annotations.security.UnrestrictedAccess.class,
                com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess.class)) {
            return Optional.of(ANYBODY);
        }
        if (has(
                element,
                com.atlassian.annotations.security.AdminOnly.class,
                com.atlassian.plugins.rest.api.security.annotation.AdminOnly.class,
                com.atlassian.annotations.security.SystemAdminOnly.class,
                com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly.class)) {
            return Optional.of(ADMINISTRATOR);
        }
        boolean isLicensed = has(
                element,
                com.atlassian.annotations.security.LicensedOnly.class,
                com.atlassian.plugins.rest.api.security.annotation.LicensedOnly.class,
                com.atlassian.annotations.security.UnlicensedSiteAccess.class,
                com.atlassian.plugins.rest.api.security.annotation.UnlicensedSiteAccess.class,
                com.atlassian.annotations.security.AnonymousSiteAccess.class,
                com.atlassian.plugins.rest.api.security.annotation.AnonymousSiteAccess.class);
        return isLicensed ? Optional.of(LICENSED) : Optional.empty();
    }

    @SafeVarargs
    private static boolean has(
            AnnotatedElement element, Class<? extends java.lang.annotation.Annotation>... annotations) {
        for (Class<? extends java.lang.annotation.Annotation> annotation : annotations) {
            if (element.isAnnotationPresent(annotation)) {
                return true;
            }
        }
        return false;
    }
}
