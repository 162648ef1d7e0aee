"""The Jupyter project's own test of a kernel (jupyter_kernel_test), with samples in Java."""

import jupyter_kernel_test


class TestJava(jupyter_kernel_test.KernelTests):
    kernel_name = "wirebook"
    language_name = "java"
    file_extension = ".java"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("trouble");'
    completion_samples = [
        {"text": '"hello".toUpp', "matches": ["toUpperCase"]},
        {"text": "Math.floorM", "matches": ["floorMod"]},
    ]
    complete_code_samples = ["1 + 1", "int twice(int x) { return 2 * x; }", 'System.out.println("one");', "int a = 1;\nint b = 2;"]
    incomplete_code_samples = ["int twice(int x) {", "class Point {\n    int x;", "var list = List.of(1,", '"""\nfirst line']
    invalid_code_samples = ["int 3x = 4;", "class {}"]
    code_page_something = 'page("to be read at leisure")'
    code_generate_error = 'throw new IllegalStateException("on purpose");'
    code_execute_result = [
        {"code": "1+2+3", "result": "6"},
        {"code": "List.of(1, 2, 3).stream().mapToInt(x -> x * x).sum()", "result": "14"},
        {"code": '"a" + "b"', "result": "ab"},
    ]
    code_display_data = [
        {"code": 'display("<b>bold</b>", "text/html");', "mime": "text/html"},
        {"code": "display(new java.awt.image.BufferedImage(2, 2, java.awt.image.BufferedImage.TYPE_INT_RGB));", "mime": "image/png"},
    ]
    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "1?2*"
    code_inspect_sample = "Math.max"
    code_clear_output = "clearOutput();"


class TestWelcome(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = "wirebook"
    support_iopub_welcome = True
