from wagtail import hooks
from wagtail.permissions import register_permission_policy

from network.content.viewsets import ReadOnlyPolicy
from network.recognition.desk.certificates import CertificateViewSet
from network.recognition.models import Certificate

# Given and revoked by our own actions only.
register_permission_policy(Certificate, ReadOnlyPolicy(Certificate))


@hooks.register("register_admin_viewset")
def certificates():
    return CertificateViewSet(menu_order=720, add_to_admin_menu=True)
