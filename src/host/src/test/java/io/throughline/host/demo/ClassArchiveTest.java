package io.throughline.host.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

    @TempDir
    Path folder;

    @Test
    void anArchiveIsUsedOnceItWasWrittenToItsEnd() throws Exception {
        ClassArchive archive = new ClassArchive(folder, "jira", jar("one"));
        Path written = Path.of(archive.flags().get(0).replace("-XX:ArchiveClassesAtExit=", ""));
        Files.writeString(written, "half");
        assertThat(archive.flags().get(0)).startsWith("-XX:ArchiveClassesAtExit=");

        archive.keep();

        assertThat(archive.flags().get(0)).startsWith("-XX:SharedArchiveFile=" + folder.resolve("jira-"));
        assertThat(written).doesNotExist();
    }

    @Test
    void anotherClassPathGetsAnArchiveOfItsOwnAndTheFormerGoes() throws Exception {
        write(new ClassArchive(folder, "jira", jar("one")));
        write(new ClassArchive(folder, "confluence", jar("one")));
        ClassArchive changed = new ClassArchive(folder, "jira", jar("one, but longer"));
        assertThat(changed.flags().get(0)).startsWith("-XX:ArchiveClassesAtExit=");

        write(changed);

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".jsa")))
                    .hasSize(2)
                    .anyMatch(name -> name.startsWith("confluence-"));
        }
    }

    private String jar(String content) throws Exception {
        return Files.writeString(folder.resolve("host.jar"), content).toString();
    }

    private static void write(ClassArchive archive) throws Exception {
        Files.writeString(Path.of(archive.flags().get(0).replace("-XX:ArchiveClassesAtExit=", "")), "classes");
        archive.keep();
    }
}
