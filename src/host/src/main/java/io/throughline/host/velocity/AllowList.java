package io.throughline.host.velocity;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Which methods templates may call. JDK strings, numbers, collections and maps always; a plugin's own classes as its
 * {@code <velocity-allowlist>} says; the host's view classes; nothing else. Dossier 1.6.
 */
public final class AllowList {

    private static final List<Class<?>> JDK = List.of(
            CharSequence.class,
            Number.class,
            Boolean.class,
            Character.class,
            Collection.class,
            Iterator.class,
            Map.class,
            Map.Entry.class,
            java.util.Optional.class,
            java.util.Date.class,
            java.util.Locale.class);

    private final Set<String> entries = ConcurrentHashMap.newKeySet();
    private final Set<String> hostPackages;

    /** What was decided since the list last changed; templates ask the same again with every page. */
    private volatile Map<Question, Boolean> decided = new ConcurrentHashMap<>();

    private record Question(Class<?> on, Method method) {}

    /** @param hostPackages prefixes of class names that are allowed as a whole, for the host's own view classes */
    AllowList(Set<String> hostPackages) {
        this.hostPackages = Set.copyOf(hostPackages);
    }

    /** @param entry {@code fq.Class#method(fq.Type,fq.Type)} */
    void add(String entry) {
        entries.add(entry.replaceAll("\\s", ""));
        decided = new ConcurrentHashMap<>();
    }

    void remove(String entry) {
        entries.remove(entry.replaceAll("\\s", ""));
        decided = new ConcurrentHashMap<>();
    }

    /** @param on the object the template calls it on; a listed method of a super type counts for its sub types */
    boolean allows(Object on, Method method) {
        return decided.computeIfAbsent(new Question(on.getClass(), method), asked -> decide(on, method));
    }

    private boolean decide(Object on, Method method) {
        return isJdkValue(on, method)
                || isHost(method.getDeclaringClass().getName())
                || isListed(on.getClass(), signature(method));
    }

    private boolean isHost(String className) {
        return hostPackages.stream().anyMatch(className::startsWith);
    }

    /** Only what the JDK itself declares: a plugin's own list class does not smuggle its other methods in. */
    private static boolean isJdkValue(Object on, Method method) {
        String declaring = method.getDeclaringClass().getName();
        return JDK.stream().anyMatch(type -> type.isInstance(on))
                && declaring.startsWith("java.")
                && method.getDeclaringClass() != Object.class
                && !method.getReturnType().equals(Class.class);
    }

    private boolean isListed(Class<?> type, String signature) {
        if (type == null) {
            return false;
        }
        return entries.contains(type.getName() + "#" + signature)
                || isListed(type.getSuperclass(), signature)
                || Arrays.stream(type.getInterfaces()).anyMatch(parent -> isListed(parent, signature));
    }

    private static String signature(Method method) {
        return method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getCanonicalName)
                        .collect(Collectors.joining(",", "(", ")"));
    }
}
