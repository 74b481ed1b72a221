package io.throughline.host.osgi;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the product gives to plugins: the libraries every product exports, the shared Atlassian libraries, and the product's own
 * packages. Nothing else: not the other product, not the host, and not a library that merely happens to be inside (commons,
 * Velocity, Guava …), because the products do not export those either.
 */
public final class ExportedPackages {

    /** Dossier 1.1, 1.4 and 1.5: what P8 plugins import from the platform. {@code .*} is everything below. */
    private static final List<String> SHARED = List.of(
            "jakarta.servlet.*",
            "jakarta.ws.rs.*",
            "jakarta.inject",
            "jakarta.annotation.*",
            "org.slf4j.*",
            "com.fasterxml.jackson.core.*",
            "com.fasterxml.jackson.annotation",
            "com.fasterxml.jackson.databind.*",
            "org.springframework.*",
            "net.java.ao.*",
            "com.atlassian.activeobjects.*",
            "com.atlassian.annotations.*",
            "com.atlassian.applinks.*",
            "com.atlassian.audit.*",
            "com.atlassian.beehive.*",
            "com.atlassian.cache.*",
            "com.atlassian.crowd.*",
            "com.atlassian.event.*",
            "com.atlassian.json.*",
            "com.atlassian.mail.*",
            "com.atlassian.plugin.*",
            "com.atlassian.plugins.*",
            "com.atlassian.sal.*",
            "com.atlassian.scheduler.*",
            "com.atlassian.templaterenderer.*",
            "com.atlassian.velocity.*",
            "com.atlassian.webresource.*");

    private final SortedMap<String, String> packages = new TreeMap<>();

    /** @param ofProduct the product's own list, same notation */
    public ExportedPackages(String classPath, List<String> ofProduct) {
        SortedMap<String, String> present = ClassPathPackages.of(classPath).versions();
        for (Map.Entry<String, String> candidate : present.entrySet()) {
            if (isIn(SHARED, candidate.getKey()) || isIn(ofProduct, candidate.getKey())) {
                packages.put(candidate.getKey(), candidate.getValue());
            }
        }
        for (String wanted : ofProduct) {
            if (packages.keySet().stream().noneMatch(name -> matches(wanted, name))) {
                throw new IllegalStateException(
                        "the product exports " + wanted + " but the class path has no such package");
            }
        }
    }

    public boolean contains(String packageName) {
        return packages.containsKey(packageName);
    }

    /** As OSGi writes an Export-Package header. */
    String header() {
        StringBuilder header = new StringBuilder();
        packages.forEach((name, version) -> {
            header.append(header.isEmpty() ? "" : ",").append(name);
            if (!version.isEmpty()) {
                header.append(";version=\"").append(version).append('"');
            }
        });
        return header.toString();
    }

    private static boolean isIn(List<String> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, name));
    }

    private static boolean matches(String pattern, String name) {
        if (!pattern.endsWith(".*")) {
            return pattern.equals(name);
        }
        String root = pattern.substring(0, pattern.length() - 2);
        return name.equals(root) || name.startsWith(root + ".");
    }
}
