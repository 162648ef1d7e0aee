package wirebook.shell.exec;

import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_PROTECTED;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wirebook.shell.woven.Woven;

/**
 * Changes the class files of cells before they are loaded: they can be stopped, they cannot end the JVM, what they declare can
 * be reached from other cells, and a method can be given a new body.
 */
public final class Weaver {
    private static final ClassDesc WOVEN = ClassDesc.of(Woven.class.getName());
    private static final ClassDesc HANDLE =
            MethodHandle.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);
    private static final String METHODS = "cells/$M";

    /** What stands in the place of a call: {@code owner.name descriptor} → a static method of {@link Woven}. */
    private record Replacement(String name, MethodTypeDesc type) {}

    private static final Map<String, Replacement> REPLACED = Map.of(
            "java/lang/System.exit(I)V", new Replacement("exit", type("(I)V")),
            "java/lang/Runtime.exit(I)V", new Replacement("exit", type("(Ljava/lang/Runtime;I)V")),
            "java/lang/Runtime.halt(I)V", new Replacement("exit", type("(Ljava/lang/Runtime;I)V")));
    private static final Replacement TRACE = new Replacement("printStackTrace", type("(Ljava/lang/Throwable;)V"));

    private final ClassFile files;

    Weaver(ClassLoader library, Map<String, byte[]> known) {
        ClassHierarchyResolver own = ClassHierarchyResolver.ofResourceParsing(desc -> stream(known, desc));
        ClassHierarchyResolver others = ClassHierarchyResolver.ofResourceParsing(library);
        files = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                own.orElse(ClassHierarchyResolver.defaultResolver()).orElse(others)));
    }

    private static MethodTypeDesc type(String descriptor) {
        return MethodTypeDesc.ofDescriptor(descriptor);
    }

    @SuppressWarnings("NullAway") // the resolver takes null for a class it has to look for elsewhere
    private static InputStream stream(Map<String, byte[]> known, ClassDesc desc) {
        String descriptor = desc.descriptorString();
        byte[] bytes =
                known.get(descriptor.substring(1, descriptor.length() - 1).replace('/', '.'));
        return bytes == null ? null : new ByteArrayInputStream(bytes);
    }

    /** The class file to load in the place of {@code compiled}. */
    byte[] weave(byte[] compiled) {
        ClassModel model = files.parse(compiled);
        boolean methods = model.thisClass().asInternalName().startsWith(METHODS);
        return files.transformClass(model, (builder, element) -> element(builder, element, model, methods));
    }

    private void element(ClassBuilder builder, ClassElement element, ClassModel model, boolean methods) {
        switch (element) {
            case AccessFlags flags -> builder.withFlags(open(flags.flagsMask()));
            case InnerClassesAttribute inner ->
                builder.with(InnerClassesAttribute.of(
                        inner.classes().stream().map(Weaver::open).toList()));
            case FieldModel field ->
                builder.transformField(field, (b, e) -> {
                    if (e instanceof AccessFlags flags) {
                        b.withFlags(open(flags.flagsMask()));
                    } else {
                        b.with(e);
                    }
                });
            case MethodModel method -> method(builder, method, model, methods);
            default -> builder.with(element);
        }
    }

    /** Package-private and protected become public: a cell's statements stand in a package of their own at run time. */
    private static int open(int flags) {
        return (flags & ACC_PRIVATE) != 0 ? flags : (flags & ~ACC_PROTECTED) | ACC_PUBLIC;
    }

    private static InnerClassInfo open(InnerClassInfo info) {
        return InnerClassInfo.of(info.innerClass(), info.outerClass(), info.innerName(), open(info.flagsMask()));
    }

    private void method(ClassBuilder builder, MethodModel method, ClassModel model, boolean methods) {
        boolean replaceable = methods && replaceable(method);
        String next = next(
                method.methodName().stringValue(), method.methodTypeSymbol().descriptorString());
        if (replaceable) {
            builder.withField(next, HANDLE, ClassFile.ACC_STATIC | ACC_PUBLIC | ClassFile.ACC_VOLATILE);
        }
        builder.transformMethod(method, (b, e) -> {
            switch (e) {
                case AccessFlags flags -> b.withFlags(open(flags.flagsMask()));
                case CodeModel code ->
                    b.withCode(body -> {
                        if (replaceable) {
                            jump(body, method, model.thisClass().asSymbol(), next);
                        }
                        code(body, code);
                    });
                default -> b.with(e);
            }
        });
    }

    private static boolean replaceable(MethodModel method) {
        return method.flags().has(java.lang.reflect.AccessFlag.STATIC)
                && !method.methodName().stringValue().startsWith("lambda$")
                && !method.methodName().equalsString("<clinit>");
    }

    /** The field that holds the body that replaces this one. */
    public static String next(String name, String descriptor) {
        return "next$" + name + Integer.toHexString(descriptor.hashCode());
    }

    /** {@code if (next != null) return next.invokeExact(arguments)}. */
    private static void jump(CodeBuilder body, MethodModel method, ClassDesc owner, String next) {
        MethodTypeDesc type = method.methodTypeSymbol();
        Label stay = body.newLabel();
        body.getstatic(owner, next, HANDLE).ifnull(stay).getstatic(owner, next, HANDLE);
        int slot = 0;
        for (ClassDesc parameter : type.parameterList()) {
            TypeKind kind = TypeKind.from(parameter);
            body.loadLocal(kind, slot);
            slot += kind.slotSize();
        }
        body.invokevirtual(HANDLE, "invokeExact", type)
                .return_(TypeKind.from(type.returnType()))
                .labelBinding(stay);
    }

    private static void code(CodeBuilder body, CodeModel code) {
        Set<Label> behind = new HashSet<>();
        body.invokestatic(WOVEN, "check", NOTHING);
        for (CodeElement element : code) {
            switch (element) {
                case LabelTarget target -> behind.add(target.label());
                case BranchInstruction branch
                when behind.contains(branch.target()) -> body.invokestatic(WOVEN, "check", NOTHING);
                default -> {}
            }
            body.with(replaced(body, element));
        }
    }

    private static CodeElement replaced(CodeBuilder body, CodeElement element) {
        return switch (element) {
            case InvokeInstruction call
            when call.opcode() != Opcode.INVOKESPECIAL ->
                replacement(
                                call.owner().asInternalName(),
                                call.name().stringValue(),
                                call.typeSymbol().descriptorString())
                        .<CodeElement>map(r -> invoke(body, r))
                        .orElse(element);
            case InvokeDynamicInstruction call -> dynamic(body, call);
            default -> element;
        };
    }

    private static Instruction invoke(CodeBuilder body, Replacement to) {
        var pool = body.constantPool();
        return InvokeInstruction.of(Opcode.INVOKESTATIC, pool.methodRefEntry(WOVEN, to.name(), to.type()));
    }

    private static Optional<Replacement> replacement(String owner, String name, String descriptor) {
        if (name.equals("printStackTrace") && descriptor.equals("()V") && owner.startsWith("java/lang/")) {
            return Optional.of(TRACE);
        }
        return Optional.ofNullable(REPLACED.get(owner + "." + name + descriptor));
    }

    /** Method references name the same methods in their bootstrap arguments. */
    private static CodeElement dynamic(CodeBuilder body, InvokeDynamicInstruction call) {
        ConstantDesc[] arguments =
                call.bootstrapArgs().stream().map(Weaver::handle).toArray(ConstantDesc[]::new);
        var site =
                DynamicCallSiteDesc.of(call.bootstrapMethod(), call.name().stringValue(), call.typeSymbol(), arguments);
        return InvokeDynamicInstruction.of(body.constantPool().invokeDynamicEntry(site));
    }

    private static ConstantDesc handle(ConstantDesc argument) {
        if (argument instanceof DirectMethodHandleDesc handle) {
            String owner = handle.owner().descriptorString();
            return replacement(owner.substring(1, owner.length() - 1), handle.methodName(), handle.lookupDescriptor())
                    .<ConstantDesc>map(r ->
                            MethodHandleDesc.ofMethod(DirectMethodHandleDesc.Kind.STATIC, WOVEN, r.name(), r.type()))
                    .orElse(argument);
        }
        return argument;
    }
}
