package io.throughline.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that compares our declarations with real artifacts, tried on what is at hand: it must find a difference. */
@Tag("slow")
class CompareApiTest {

    private static final Path PROGRAM = Path.of("../../.mvn/build/CompareApi.java");

    @TempDir
    Path folder;

    @Test
    void ourDeclarationsAgreeWithThemselves() throws Exception {
        Run run = compare(Path.of("../atlassian-api/target/classes"));

        assertThat(run.output()).contains("0 differences");
        assertThat(run.exit()).isZero();
    }

    @Test
    void aDeclaredMethodThatTheRealTypeLacksIsNamed() throws Exception {
        Path source = folder.resolve("ClusterLockService.java");
        Files.writeString(
                source,
                "package com.atlassian.beehive;\n"
                        + "public interface ClusterLockService { String getLockForName(String name); }\n");
        Path classes = Files.createDirectory(folder.resolve("classes"));
        ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source.toString());

        Run run = compare(classes);

        assertThat(run.output())
                .contains("no method com.atlassian.beehive.ClusterLockService.getLockForName(java.lang.String)")
                .contains("1 declared types compared, 1 differences");
        assertThat(run.exit()).isEqualTo(1);
    }

    private record Run(int exit, String output) {}

    private static Run compare(Path declared) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        PROGRAM.toString(),
                        declared.toString(),
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }
}
