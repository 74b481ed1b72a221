import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares our declarations of Atlassian's types with the real ones: each declared type, method, constructor and
 * field must be there, with the same parameters, result and staticness.
 *
 * <p>{@code java CompareApi.java <our classes folder> <class path of the real artifacts>}. Ends with 1 when anything
 * differs. The profile {@code atlassian} runs it where the real artifacts can be reached; the default build runs it
 * against our own declarations and against a planted difference, so that it is known to work.
 */
public final class CompareApi {

    private final ClassLoader ours;
    private final ClassLoader real;
    private final List<String> differences = new ArrayList<>();

    private CompareApi(ClassLoader ours, ClassLoader real) {
        this.ours = ours;
        this.real = real;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        URL[] realPath = urls(args[1]);
        // what our declarations refer to (servlet, Active Objects) comes from the real class path as well
        URL[] ourPath = Stream.concat(Stream.of(folder.toUri().toURL()), Arrays.stream(realPath)).toArray(URL[]::new);
        CompareApi compare = new CompareApi(
                new URLClassLoader(ourPath, ClassLoader.getPlatformClassLoader()),
                new URLClassLoader(realPath, ClassLoader.getPlatformClassLoader()));
        int types = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
                String name = folder.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
                if (!name.endsWith("package-info") && !name.startsWith("io.throughline.")) {
                    types++;
                    compare.type(name);
                }
            }
        }
        compare.differences.forEach(System.out::println);
        System.out.println(types + " declared types compared, " + compare.differences.size() + " differences");
        System.exit(compare.differences.isEmpty() ? 0 : 1);
    }

    private static URL[] urls(String path) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : path.split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    private void type(String name) {
        Class<?> declared;
        Class<?> found;
        try {
            declared = Class.forName(name, false, ours);
            if (!Modifier.isPublic(declared.getModifiers())) {
                return;
            }
            found = Class.forName(name, false, real);
        } catch (ClassNotFoundException | LinkageError e) {
            differences.add("no type " + name + " (" + e + ")");
            return;
        }
        if (declared.isInterface() != found.isInterface()) {
            differences.add(name + (found.isInterface() ? " is an interface" : " is a class"));
        }
        for (Method method : declared.getDeclaredMethods()) {
            if (visible(method) && !has(found, method)) {
                differences.add("no method " + name + "." + signature(method) + " : " + method.getReturnType().getName());
            }
        }
        for (Constructor<?> constructor : declared.getDeclaredConstructors()) {
            if (visible(constructor) && Arrays.stream(found.getDeclaredConstructors()).noneMatch(
                    other -> parameters(other).equals(parameters(constructor)) && visible(other))) {
                differences.add("no constructor " + name + parameters(constructor));
            }
        }
        for (Field field : declared.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers()) && Arrays.stream(found.getFields()).noneMatch(
                    other -> other.getName().equals(field.getName())
                            && other.getType().getName().equals(field.getType().getName()))) {
                differences.add("no field " + name + "." + field.getName());
            }
        }
    }

    private static boolean has(Class<?> type, Method method) {
        return Stream.concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getDeclaredMethods()))
                .anyMatch(other -> other.getName().equals(method.getName())
                        && parameters(other).equals(parameters(method))
                        && other.getReturnType().getName().equals(method.getReturnType().getName())
                        && Modifier.isStatic(other.getModifiers()) == Modifier.isStatic(method.getModifiers()));
    }

    private static boolean visible(Executable member) {
        return !member.isSynthetic() && (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
    }

    private static String signature(Method method) {
        return method.getName() + parameters(method);
    }

    private static String parameters(Executable member) {
        return Arrays.stream(member.getParameterTypes()).map(Class::getName).collect(Collectors.joining(",", "(", ")"));
    }
}
