import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Turns the lambdas of compiled classes into classes of their own. Java links a lambda when it first
 * comes to it, which takes it a tenth of a millisecond: a quarter of all that a start had to do. A
 * class that is there already comes out of the class archive in a part of that. Run by the build after
 * it compiled, with ASM on the class path: {@code java LambdasToClasses.java CLASSES}. What is done
 * already is left alone.
 *
 * <p>Lambdas of one class that stand for the same interface and remember values of the same types
 * share a class, {@code Owner$Lambda$0}, as a jar with many entries is slow to open. It belongs to the
 * nest of its owner, so that what is private stays so. Lambdas that can be serialized, or that are of
 * several interfaces, remain as they are.
 */
final class LambdasToClasses {

  private static final String CHOICE = "choice";

  private LambdasToClasses() {}

  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]);
    Map<String, List<String>> nests = new HashMap<>();
    for (Path file : classesBelow(root)) {
      Owner owner = Owner.rewrite(file);
      for (LambdaClass each : owner.classes.values()) {
        Files.write(root.resolve(each.name + ".class"), each.bytes(owner.nest));
        nests.computeIfAbsent(owner.nest, host -> new ArrayList<>()).add(each.name);
      }
    }
    for (Map.Entry<String, List<String>> nest : nests.entrySet()) {
      addToNest(root.resolve(nest.getKey() + ".class"), nest.getValue());
    }
  }

  private static List<Path> classesBelow(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
  }

  /** The class that a nest is called after lists the others. */
  private static void addToNest(Path host, List<String> members) throws IOException {
    ClassReader reader = new ClassReader(Files.readAllBytes(host));
    ClassWriter writer = new ClassWriter(reader, 0);
    List<String> missing = new ArrayList<>(members);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visitNestMember(String member) {
            missing.remove(member);
            super.visitNestMember(member);
          }

          @Override
          public void visitEnd() {
            missing.forEach(super::visitNestMember);
            super.visitEnd();
          }
        },
        0);
    Files.write(host, writer.toByteArray());
  }

  /** A class with lambdas. */
  private static final class Owner {

    private final String name;
    private final Map<Shape, LambdaClass> classes = new LinkedHashMap<>();
    private String nest;

    private Owner(String name) {
      this.name = name;
      this.nest = name;
    }

    /** Has the class of the file get its lambdas from classes that are yet to be written. */
    static Owner rewrite(Path file) throws IOException {
      ClassReader reader = new ClassReader(Files.readAllBytes(file));
      Owner owner = new Owner(reader.getClassName());
      // Without the constants of the old one, so that those of what is replaced go.
      ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
      reader.accept(
          new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visitNestHost(String host) {
              owner.nest = host;
              super.visitNestHost(host);
            }

            @Override
            public MethodVisitor visitMethod(
                int access, String name, String type, String signature, String[] exceptions) {
              return owner.rewriter(super.visitMethod(access, name, type, signature, exceptions));
            }
          },
          0);
      if (!owner.classes.isEmpty()) {
        Files.write(file, writer.toByteArray());
      }
      return owner;
    }

    private MethodVisitor rewriter(MethodVisitor written) {
      return new MethodVisitor(Opcodes.ASM9, written) {
        @Override
        public void visitInvokeDynamicInsn(
            String method, String type, Handle maker, Object... arguments) {
          if (maker.getOwner().equals("java/lang/invoke/LambdaMetafactory")
              && maker.getName().equals("metafactory")) {
            Shape shape = new Shape(Type.getMethodType(type), method, (Type) arguments[0]);
            classOf(shape).add(new Lambda((Handle) arguments[1], (Type) arguments[2]), mv);
          } else {
            super.visitInvokeDynamicInsn(method, type, maker, arguments);
          }
        }
      };
    }

    private LambdaClass classOf(Shape shape) {
      return classes.computeIfAbsent(
          shape, added -> new LambdaClass(name + "$Lambda$" + classes.size(), shape));
    }
  }

  /**
   * What lambdas have in common that share a class.
   *
   * @param made the interface, as the result of a method that takes what the lambda remembers
   * @param method the name of the interface's only method
   * @param erased the types of that method
   */
  private record Shape(Type made, String method, Type erased) {}

  /**
   * A lambda, or a reference to a method.
   *
   * @param body what is called
   * @param typed the types of the interface's method where the lambda stands
   */
  private record Lambda(Handle body, Type typed) {

    boolean constructs() {
      return body.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    }

    /** What the body takes, beginning with the object that it is called on. */
    List<Type> asked() {
      List<Type> asked = new ArrayList<>();
      if (!constructs() && body.getTag() != Opcodes.H_INVOKESTATIC) {
        asked.add(Type.getObjectType(body.getOwner()));
      }
      asked.addAll(List.of(Type.getArgumentTypes(body.getDesc())));
      return asked;
    }

    Type result() {
      return constructs()
          ? Type.getObjectType(body.getOwner())
          : Type.getReturnType(body.getDesc());
    }

    void call(MethodVisitor code) {
      code.visitMethodInsn(
          instruction(), body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
    }

    /** Within a nest, private methods are called as all others are. */
    private int instruction() {
      return switch (body.getTag()) {
        case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
        case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
        default -> body.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
      };
    }
  }

  /** A class whose objects are lambdas of one shape; each knows which of them it is. */
  private static final class LambdaClass {

    private final String name;
    private final Shape shape;
    private final Type[] remembered;
    private final List<Lambda> lambdas = new ArrayList<>();
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);

    LambdaClass(String name, Shape shape) {
      this.name = name;
      this.shape = shape;
      this.remembered = shape.made().getArgumentTypes();
    }

    /** Takes in a lambda, and writes into its owner's {@code code} how to get it. */
    void add(Lambda lambda, MethodVisitor code) {
      int choice = lambdas.size();
      lambdas.add(lambda);
      if (remembered.length == 0) {
        code.visitFieldInsn(Opcodes.GETSTATIC, name, constant(choice), interfaceType());
      } else {
        push(choice, code);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, name, "of", factoryType(), false);
      }
    }

    private static String constant(int choice) {
      return "LAMBDA_" + choice;
    }

    private static String field(int index) {
      return "value" + index;
    }

    private String interfaceType() {
      return shape.made().getReturnType().getDescriptor();
    }

    private String factoryType() {
      return Type.getMethodDescriptor(shape.made().getReturnType(), parts());
    }

    private String constructorType() {
      return Type.getMethodDescriptor(Type.VOID_TYPE, parts());
    }

    /** What an object is made of: what it remembers, and which lambda it is. */
    private Type[] parts() {
      Type[] parts = new Type[remembered.length + 1];
      System.arraycopy(remembered, 0, parts, 0, remembered.length);
      parts[remembered.length] = Type.INT_TYPE;
      return parts;
    }

    byte[] bytes(String nest) {
      writer.visit(
          Opcodes.V17,
          Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
          name,
          null,
          "java/lang/Object",
          new String[] {shape.made().getReturnType().getInternalName()});
      writer.visitNestHost(nest);
      constructor();
      if (remembered.length == 0) {
        constants();
      } else {
        factory();
      }
      method();
      writer.visitEnd();
      return writer.toByteArray();
    }

    private MethodVisitor begin(int access, String method, String type) {
      MethodVisitor code = writer.visitMethod(access, method, type, null, null);
      code.visitCode();
      return code;
    }

    private static void end(MethodVisitor code) {
      code.visitMaxs(0, 0);
      code.visitEnd();
    }

    private void constructor() {
      MethodVisitor code = begin(0, "<init>", constructorType());
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
      int variable = 1;
      for (int i = 0; i < remembered.length; i++) {
        keep(field(i), remembered[i], variable, code);
        variable += remembered[i].getSize();
      }
      keep(CHOICE, Type.INT_TYPE, variable, code);
      code.visitInsn(Opcodes.RETURN);
      end(code);
    }

    private void keep(String field, Type type, int variable, MethodVisitor code) {
      int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
      writer.visitField(access, field, type.getDescriptor(), null, null).visitEnd();
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), variable);
      code.visitFieldInsn(Opcodes.PUTFIELD, name, field, type.getDescriptor());
    }

    private void factory() {
      MethodVisitor code = begin(Opcodes.ACC_STATIC, "of", factoryType());
      code.visitTypeInsn(Opcodes.NEW, name);
      code.visitInsn(Opcodes.DUP);
      int variable = 0;
      for (Type part : parts()) {
        code.visitVarInsn(part.getOpcode(Opcodes.ILOAD), variable);
        variable += part.getSize();
      }
      code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", constructorType(), false);
      code.visitInsn(Opcodes.ARETURN);
      end(code);
    }

    /** A lambda that remembers nothing is made but once. */
    private void constants() {
      MethodVisitor code = begin(Opcodes.ACC_STATIC, "<clinit>", "()V");
      for (int i = 0; i < lambdas.size(); i++) {
        int access = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
        writer.visitField(access, constant(i), interfaceType(), null, null).visitEnd();
        code.visitTypeInsn(Opcodes.NEW, name);
        code.visitInsn(Opcodes.DUP);
        push(i, code);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", constructorType(), false);
        code.visitFieldInsn(Opcodes.PUTSTATIC, name, constant(i), interfaceType());
      }
      code.visitInsn(Opcodes.RETURN);
      end(code);
    }

    private void method() {
      MethodVisitor code =
          begin(Opcodes.ACC_PUBLIC, shape.method(), shape.erased().getDescriptor());
      if (lambdas.size() == 1) {
        body(lambdas.get(0), code);
      } else {
        choose(code);
      }
      end(code);
    }

    private void choose(MethodVisitor code) {
      Label[] places = Stream.generate(Label::new).limit(lambdas.size()).toArray(Label[]::new);
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, name, CHOICE, "I");
      code.visitTableSwitchInsn(0, places.length - 1, places[0], places);
      for (int i = 0; i < places.length; i++) {
        code.visitLabel(places[i]);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        body(lambdas.get(i), code);
      }
    }

    /** Calls what the lambda stands for, with what it remembers and then what it is given. */
    private void body(Lambda lambda, MethodVisitor code) {
      if (lambda.constructs()) {
        code.visitTypeInsn(Opcodes.NEW, lambda.body().getOwner());
        code.visitInsn(Opcodes.DUP);
      }
      List<Type> asked = lambda.asked();
      for (int i = 0; i < remembered.length; i++) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, name, field(i), remembered[i].getDescriptor());
      }
      int variable = 1;
      Type[] given = shape.erased().getArgumentTypes();
      for (int i = 0; i < given.length; i++) {
        code.visitVarInsn(given[i].getOpcode(Opcodes.ILOAD), variable);
        variable += given[i].getSize();
        Type typed = lambda.typed().getArgumentTypes()[i];
        new Conversion(given[i], typed, asked.get(remembered.length + i)).write(code);
      }
      lambda.call(code);
      Type wanted = shape.erased().getReturnType();
      new Conversion(lambda.result(), lambda.result(), wanted).write(code);
      code.visitInsn(wanted.getOpcode(Opcodes.IRETURN));
    }
  }

  private static void push(int number, MethodVisitor code) {
    code.visitIntInsn(number <= Byte.MAX_VALUE ? Opcodes.BIPUSH : Opcodes.SIPUSH, number);
  }

  /**
   * From a value to what is wanted in its place, by the rules of {@code LambdaMetafactory}.
   *
   * @param erased the type that the virtual machine knows it by
   * @param typed the type that it certainly has
   */
  private record Conversion(Type erased, Type typed, Type wanted) {

    private static final Map<Type, String> BOXES = Map.of(
        Type.BOOLEAN_TYPE, "java/lang/Boolean",
        Type.CHAR_TYPE, "java/lang/Character",
        Type.BYTE_TYPE, "java/lang/Byte",
        Type.SHORT_TYPE, "java/lang/Short",
        Type.INT_TYPE, "java/lang/Integer",
        Type.LONG_TYPE, "java/lang/Long",
        Type.FLOAT_TYPE, "java/lang/Float",
        Type.DOUBLE_TYPE, "java/lang/Double");

    void write(MethodVisitor code) {
      if (erased.equals(wanted)) {
        return;
      }
      if (wanted.equals(Type.VOID_TYPE)) {
        code.visitInsn(erased.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
      } else if (isPrimitive(erased) && isPrimitive(wanted)) {
        widen(erased, code);
      } else if (isPrimitive(erased)) {
        box(code);
      } else if (isPrimitive(wanted)) {
        unbox(code);
      } else if (!wanted.getInternalName().equals("java/lang/Object")) {
        code.visitTypeInsn(Opcodes.CHECKCAST, wanted.getInternalName());
      }
    }

    private static boolean isPrimitive(Type type) {
      return BOXES.containsKey(type);
    }

    private void box(MethodVisitor code) {
      String box = BOXES.get(erased);
      String type = Type.getMethodDescriptor(Type.getObjectType(box), erased);
      code.visitMethodInsn(Opcodes.INVOKESTATIC, box, "valueOf", type, false);
    }

    private void unbox(MethodVisitor code) {
      Type inside = inside();
      String box = BOXES.get(inside);
      code.visitTypeInsn(Opcodes.CHECKCAST, box);
      code.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL,
          box,
          inside.getClassName() + "Value",
          Type.getMethodDescriptor(inside),
          false);
      widen(inside, code);
    }

    /** What is in the box: of a value that may be anything, what is wanted. */
    private Type inside() {
      return BOXES.entrySet().stream()
          .filter(each -> each.getValue().equals(typed.getInternalName()))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse(wanted);
    }

    private void widen(Type from, MethodVisitor code) {
      switch (from.getDescriptor() + wanted.getDescriptor()) {
        case "BJ", "SJ", "CJ", "IJ" -> code.visitInsn(Opcodes.I2L);
        case "BF", "SF", "CF", "IF" -> code.visitInsn(Opcodes.I2F);
        case "BD", "SD", "CD", "ID" -> code.visitInsn(Opcodes.I2D);
        case "JF" -> code.visitInsn(Opcodes.L2F);
        case "JD" -> code.visitInsn(Opcodes.L2D);
        case "FD" -> code.visitInsn(Opcodes.F2D);
        default -> {} // The virtual machine has but one form for all that is not wider than an int.
      }
    }
  }
}
