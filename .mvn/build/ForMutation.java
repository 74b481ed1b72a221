import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.pitest.reloc.asm.AnnotationVisitor;
import org.pitest.reloc.asm.ClassReader;
import org.pitest.reloc.asm.ClassVisitor;
import org.pitest.reloc.asm.ClassWriter;
import org.pitest.reloc.asm.Opcodes;
import org.pitest.reloc.asm.RecordComponentVisitor;
import org.pitest.reloc.asm.TypePath;

/**
 * Takes the annotations off the components of records in a folder of classes, before the mutation tests: a mutant of a
 * record that has them cannot be loaded, and PIT counts it as killed (hcoles/pitest#1285). The code stays what it was.
 */
final class ForMutation {
    public static void main(String... arguments) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
            for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".class"))::iterator) {
                strip(file);
            }
        }
    }

    private static void strip(Path file) throws IOException {
        ClassReader reader = new ClassReader(Files.readAllBytes(file));
        if (!"java/lang/Record".equals(reader.getSuperName())) {
            return;
        }
        ClassWriter writer = new ClassWriter(0);
        reader.accept(new Bare(writer), 0);
        Files.write(file, writer.toByteArray());
    }

    private static final class Bare extends ClassVisitor {
        Bare(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public RecordComponentVisitor visitRecordComponent(String name, String descriptor, String signature) {
            return new RecordComponentVisitor(Opcodes.ASM9, super.visitRecordComponent(name, descriptor, signature)) {
                @Override
                public AnnotationVisitor visitAnnotation(String type, boolean visible) {
                    return null;
                }

                @Override
                public AnnotationVisitor visitTypeAnnotation(int at, TypePath path, String type, boolean visible) {
                    return null;
                }
            };
        }
    }

    private ForMutation() {}
}
